import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { CONTACT_FIELDS } from '~/contract/contact';
import { CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import { createFormats } from '~/i18n/formats';
import { english, french } from '~/i18n/whole-catalogues';
import { receiptContent, receiptFileName } from './order-receipt';
import { receiptHtml } from './receipt-html';

const aLine = (index: number) => ({
  ...CREATE_LINE_REQUEST,
  id: `line-${index}`,
  customer_order_name: `Site ${index}`,
  option_ids: ['2210', '7021'],
  note: `Note ${index}`,
  related_contact_information: [
    Object.fromEntries(CONTACT_FIELDS.map((field) => [field, `${field} of ${index}`])),
  ],
});
const cart = readCart({
  id: 'cart-1',
  external_id: 'CDE/7',
  project_id: 'PRJ-1',
  product_order_item: Array.from({ length: 20 }, (_, index) => aLine(index + 1)),
});
const at = new Date(2026, 2, 2, 9, 5);
const texts = { messages: english, formats: createFormats('en'), language: 'en' } as const;

describe('the record of an order', () => {
  const page = receiptHtml(receiptContent({ kind: 'sent', cart, at }, texts));

  it('says when and by whom it was sent', () => {
    expect(page).toContain('Sent on ');
    expect(page).not.toContain('Sent by');
    const signed = receiptHtml(receiptContent({ kind: 'sent', cart, at, by: 'Ana <Roux>' }, texts));
    expect(signed).toContain('<dt>Sent by</dt><dd>Ana &lt;Roux&gt;</dd>');
  });

  it('has every line with every field that is filled', () => {
    for (let index = 1; index <= 20; index += 1) {
      expect(page).toContain(`Line ${index} of 20`);
      expect(page).toContain(`Site ${index}<`);
      expect(page).toContain(`Note ${index}<`);
      for (const field of CONTACT_FIELDS) expect(page).toContain(`${field} of ${index}<`);
    }
    for (const label of [
      ...Object.values(english.contactFields),
      'Requested delivery date',
      'Access instructions',
    ])
      expect(page).toContain(`<dt>${label.replaceAll("'", '&#39;')}`);
  });

  it('names the cart and the time', () => {
    expect(page).toContain('Order: Cart CDE/7');
    expect(page).toContain('PRJ-1');
    expect(page).toMatch(/Sent on 2 Mar 2026, 09:05, exactly as shown here\./);
  });

  it('made before the order says not sent', () => {
    const before = receiptHtml(receiptContent({ kind: 'reviewed', cart, at }, texts));
    expect(before).toContain('Not sent when this was made');
    expect(before).not.toContain('Sent on');
  });

  it('is in the language of the person', () => {
    const inFrench = { messages: french, formats: createFormats('fr'), language: 'fr' } as const;
    const said = receiptHtml(receiptContent({ kind: 'sent', cart, at }, inFrench));
    expect(said).toContain('<html lang="fr">');
    expect(said).toContain('Ligne 3 sur 20');
  });

  it('holds no customer text as markup or style', () => {
    const evil = '</style><script>alert(1)</script>"; } body { display: none } \\';
    const hostile = readCart({
      id: 'c',
      external_id: evil,
      product_order_item: [{ id: 'l', end_customer_name: evil, note: evil }],
    });
    const made = receiptHtml(receiptContent({ kind: 'read', cart: hostile, at }, texts));
    expect(made).not.toContain('<script');
    expect(made.match(/<\/style>/g)).toHaveLength(1);
    const style = made.slice(made.indexOf('<style>'), made.indexOf('</style>'));
    expect(style).not.toContain('body { display');
  });

  it('has a file name for every file system', () => {
    expect(receiptFileName({ kind: 'sent', cart, at }, english)).toBe('order-CDE-7-2026-03-02-0905.html');
  });
});
