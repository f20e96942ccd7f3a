import { describe, expect, it } from 'vitest';
import { writeLineValues } from '~/contract/order-line';
import { readOrderLine } from '~/contract/order-line';
import { creationValues } from '~/domain/lines/order-line-changes';
import { checkRow } from './check-rows';
import { findDuplicates } from './find-duplicates';

const SITE = 'related_contact_information.0';
const READY: Readonly<Record<string, string>> = {
  product_offering_id: '2173',
  product_offering_qualification_item_id: 'E-1',
  enni: 'AZ001234',
  siret_known: 'true',
  option_ids: '2210; 7021',
  cpe_networking_number: 'NET-1',
  cpe_serial_number: 'SR-1',
  [`${SITE}.end_customer_name`]: 'Mairie',
  [`${SITE}.siret`]: '73282932000074',
  [`${SITE}.contact1_email_address`]: 'jane@example.com',
  [`${SITE}.contact1_firstname`]: 'Jane',
  [`${SITE}.contact1_lastname`]: 'Doe',
  [`${SITE}.contact1_phone_number`]: '0123456789',
  [`${SITE}.city`]: 'Rouen',
  [`${SITE}.postcode`]: '76000',
  [`${SITE}.street_name`]: 'Rue Jeanne',
  [`${SITE}.street_number`]: '4',
  [`${SITE}.insee_code`]: '76540',
};

const check = (texts: Readonly<Record<string, string>>, rowNumber = 2) =>
  checkRow(
    { rowNumber, texts: new Map(Object.entries({ ...READY, ...texts })), notes: new Map() },
    '2026-01-01',
  );

describe('a row', () => {
  it('with all that the confirmation asks for is ready', () => {
    expect(check({})).toMatchObject({ status: 'ready', issues: [] });
  });

  it.each([
    ['enni', '', 'required'],
    [`${SITE}.siret`, '123', 'siret-length'],
    ['cpe_serial_number', '', 'required-for-cpe'],
  ])('with %s %j is incomplete', (field, text, code) => {
    const { status, issues } = check({ [field]: text });
    expect([status, issues.map((issue) => issue.code)]).toEqual(['incomplete', [code]]);
  });

  it.each([
    ['product_offering_id', ''],
    ['product_offering_qualification_item_id', ' '],
    ['siret_known', 'perhaps'],
    [`${SITE}.siret`, '3,56E+13'],
    ['scheduled_delivery_date', '03/08/2026'],
  ])('with %s %j is blocked', (field, text) => {
    expect(check({ [field]: text }).status).toBe('blocked');
  });

  it('with a cell of the wrong type is blocked', () => {
    const notes = new Map([['external_id', { code: 'date-in-text', level: 'error' } as const]]);
    const row = { rowNumber: 2, texts: new Map(Object.entries(READY)), notes };
    expect(checkRow(row, '2026-01-01').status).toBe('blocked');
  });
});

describe('a duplicate', () => {
  const line = (texts: Readonly<Record<string, string>>, id = 'line-1') =>
    readOrderLine({ ...writeLineValues(creationValues(check(texts).values)), id, state: 'created' });
  const find = (
    rows: readonly Readonly<Record<string, string>>[],
    cart: Parameters<typeof findDuplicates>[1] = [],
    drafts: Parameters<typeof findDuplicates>[2] = [],
  ) => [
    ...findDuplicates(
      rows.map((texts, index) => check(texts, index + 2)),
      cart,
      drafts,
    ),
  ];

  it('is a row equal to an earlier one', () => {
    expect(find([{}, { note: 'x' }, {}])).toEqual([[4, { where: 'file', rowNumber: 2 }]]);
  });

  it('is a line of the cart, once', () => {
    expect(find([{}, {}], [line({})])).toEqual([
      [2, { where: 'cart', lineId: 'line-1' }],
      [3, { where: 'file', rowNumber: 2 }],
    ]);
  });

  it('is a line of another draft', () => {
    expect(find([{}], [], [line({})])).toEqual([[2, { where: 'draft', lineId: 'line-1' }]]);
  });

  it('has any reference where the row has none', () => {
    expect(find([{}], [line({ external_id: 'ot-1234567890123456789012' })])).toHaveLength(1);
    expect(find([{ external_id: 'A' }], [line({ external_id: 'B' })])).toEqual([]);
  });

  it('is none where a sent value differs', () => {
    expect(find([{ note: 'a' }], [line({ note: 'b' })])).toEqual([]);
  });

  it('is seen through invisible characters and accents in two parts', () => {
    expect(find([{ note: 'Café  ' }], [line({ note: 'Cafe\u0301\u200B' })])).toHaveLength(1);
  });
});
