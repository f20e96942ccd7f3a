import { readableLines, type Cart } from '~/contract/cart';
import { lineName } from '~/features/order-lines/LineName';
import { lineSummary } from '~/features/order-lines/line-summary';
import type { OrderMessages } from '~/i18n/en-orders';
import type { Formats } from '~/i18n/formats';
import type { Messages } from '~/i18n/I18nProvider';
import type { Language } from '~/i18n/language';
import { cartName } from './cart-name';
import { recordPage } from './record-page';

/** What a record is of: what was looked at before ordering, what was sent, or what the API shows now. */
export interface RecordOf {
  readonly kind: 'reviewed' | 'sent' | 'read';
  readonly cart: Cart;
  readonly at: Date;
  /** Who sent it, where people sign in. */
  readonly by?: string;
}

interface RecordTexts {
  readonly messages: Messages & OrderMessages;
  readonly formats: Formats;
  readonly language: Language;
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** An order on paper: what the page of a record shows, in words. */
export interface RecordContent {
  readonly language: Language;
  readonly title: string;
  readonly status: string;
  readonly facts: readonly Fact[];
  readonly lines: readonly {
    readonly position: string;
    readonly name: string;
    readonly sections: readonly { readonly title: string; readonly facts: readonly Fact[] }[];
  }[];
}

/** The record of a cart in words: its references and every line in full. */
export function recordContent(of: RecordOf, texts: RecordTexts): RecordContent {
  const { messages, formats, language } = texts;
  const { kind, cart, at } = of;
  const { record } = messages;
  const lines = readableLines(cart);
  const moment = formats.dateTime(at.toISOString());
  return {
    language,
    title: record.title(cartName(cart, messages)),
    status: record[kind](moment),
    facts: recordFacts(of, texts),
    lines: lines.map((line, index) => ({
      position: record.line(index + 1, lines.length),
      name: lineName(line, messages),
      sections: [
        ...lineSummary(line, messages),
        {
          title: record.reference,
          facts: [
            { label: messages.lineFields.order_reference, value: line.order_reference },
            { label: messages.lineFields.temporary_reference, value: line.temporary_reference },
            { label: record.identifier, value: line.id },
          ].filter(({ value }) => value !== ''),
        },
      ],
    })),
  };
}

/** What a cart is known by, how many lines it has, and who sent it. */
export function recordFacts({ cart, by = '' }: RecordOf, { messages, formats }: RecordTexts): Fact[] {
  const { cartFields, cartPage, record } = messages;
  return [
    { label: cartFields.external_id, value: cart.external_id },
    { label: cartFields.project_id, value: cart.project_id },
    { label: cartFields.id, value: cart.id },
    { label: cartPage.lines, value: formats.number(readableLines(cart).length) },
    { label: record.by, value: by },
  ].filter(({ value }) => value !== '');
}

/** Saves the record as a page that any browser opens and prints, by itself and without a network. */
export function saveRecord(of: RecordOf, texts: RecordTexts): void {
  const page = new Blob([recordPage(recordContent(of, texts))], { type: 'text/html;charset=utf-8' });
  const address = URL.createObjectURL(page);
  const link = document.createElement('a');
  link.href = address;
  link.download = recordFileName(of, texts.messages);
  link.click();
  // The browser has taken the file by then; an address that stays would keep the whole page in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `order-CDE-7-2026-03-02-0905.html`: sorts by cart and time, and fits every file system. */
export function recordFileName({ cart, at }: RecordOf, { record }: OrderMessages): string {
  const reference = (cart.external_id || cart.project_id || cart.id).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${record.file}-${reference}-${day}-${two(at.getHours())}${two(at.getMinutes())}.html`;
}
