import { shownText } from '~/i18n/shown-text';
import { readableLines, type Cart } from '~/contract/cart';
import { lineName } from '~/features/order-lines/display/LineName';
import { lineSummary } from '~/features/order-lines/summary/line-summary';
import type { Formats } from '~/i18n/formats';
import type { Messages } from '~/i18n/messages';
import type { Language } from '~/i18n/language';
import { cartName } from '~/features/carts/display/cart-name';
import type { ReceiptContent, ReceiptFact } from './receipt-content';
import { receiptHtml } from './receipt-html';

/** The source of a record: the review before the order, the sent order, or the API's present state. */
export interface ReceiptSource {
  readonly kind: 'reviewed' | 'sent' | 'open' | 'notPlaced' | 'read';
  readonly cart: Cart;
  readonly at: Date;
  /** The name of the signed-in sender. */
  readonly by?: string;
}

interface RecordTexts {
  readonly messages: Messages;
  readonly formats: Formats;
  readonly language: Language;
}

/** The record of a cart in words: its references and every line in full. */
export function receiptContent(of: ReceiptSource, texts: RecordTexts): ReceiptContent {
  const { messages, formats, language } = texts;
  const { kind, cart, at } = of;
  const { record } = messages;
  const lines = readableLines(cart);
  const moment = formats.dateTime(at.toISOString());
  return {
    language,
    title: record.title(cartName(cart, messages)),
    status: record[kind](moment),
    facts: receiptFacts(of, texts),
    lines: lines.map((line, index) => ({
      position: record.line(index + 1, lines.length),
      name: lineName(line, messages),
      sections: [
        ...lineSummary(line, messages),
        {
          title: record.reference,
          facts: [
            { label: messages.lineFields.order_reference, value: shownText(line.order_reference) },
            { label: messages.lineFields.temporary_reference, value: shownText(line.temporary_reference) },
            { label: record.identifier, value: line.id },
          ].filter(({ value }) => value !== ''),
        },
      ],
    })),
  };
}

/** The references of a cart, its number of lines and its sender. */
export function receiptFacts(
  { cart, by = '' }: ReceiptSource,
  { messages, formats }: RecordTexts,
): ReceiptFact[] {
  const { cartFields, cartPage, record } = messages;
  return [
    { label: cartFields.external_id, value: shownText(cart.external_id) },
    { label: cartFields.project_id, value: shownText(cart.project_id) },
    { label: cartFields.id, value: cart.id },
    { label: cartPage.lines, value: formats.number(readableLines(cart).length) },
    { label: record.by, value: shownText(by) },
  ].filter(({ value }) => value !== '');
}

/** Saves the record as a page that any browser opens and prints, by itself and without a network. */
export function saveReceipt(of: ReceiptSource, texts: RecordTexts): void {
  const page = new Blob([receiptHtml(receiptContent(of, texts))], { type: 'text/html;charset=utf-8' });
  const address = URL.createObjectURL(page);
  const link = document.createElement('a');
  link.href = address;
  link.download = receiptFileName(of, texts.messages);
  link.click();
  // The browser has taken the file by then; an address that stays would keep the whole page in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `order-CDE-7-2026-03-02-0905.html`: sorts by cart and time, and fits every file system. */
export function receiptFileName({ cart, at }: ReceiptSource, { record }: Messages): string {
  const reference = (cart.external_id || cart.project_id || cart.id).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${record.file}-${reference}-${day}-${two(at.getHours())}${two(at.getMinutes())}.html`;
}
