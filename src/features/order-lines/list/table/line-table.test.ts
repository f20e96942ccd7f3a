import { describe, expect, it } from 'vitest';
import { english as en, french as fr } from '~/i18n/whole-catalogues';
import { SUMMARY_FIELDS } from '~/contract/samples/tables';
import { readOrderLineSummary } from '~/contract/order-line';
import { cellText, columnHeader, shownFields } from './line-columns';
import { isSummaryField, LINE_COLUMNS } from './line-table';

describe('the columns of the list of lines', () => {
  it('are all fields of a row', () => {
    expect(LINE_COLUMNS.toSorted()).toEqual(SUMMARY_FIELDS.toSorted());
  });

  it.each([en, fr])('each have a name of their own', (messages) => {
    const names = LINE_COLUMNS.map((field) => columnHeader(field, messages));
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(LINE_COLUMNS.length);
  });

  it('are known by name, and nothing else is', () => {
    expect(SUMMARY_FIELDS.filter((name) => !isSummaryField(name))).toEqual([]);
    expect(shownFields(['state', 'gone', 'toString', 'constructor', 'id'])).toEqual(['state', 'id']);
  });
});

describe('a cell as text', () => {
  const row = (fields: object) => readOrderLineSummary({ id: '0042', ...fields });

  it.each([
    ['end_customer_name', '  007 – Élise & fils\r\n=1+1'],
    ['external_id', '000123'],
    ['creation_date', '2025-04-10T12:11:57.548+02:00'],
    ['scheduled_delivery_date', '2025-09-21'],
    ['expiration_date', '2025-07-09'],
    ['product_order_id', '908d2cc0-4bdc-4f62-b812-f8c1f48c96cd'],
    ['temporary_reference', 'PO_DC173_20250423_003363'],
  ] as const)('of %s is what the API sent', (field, value) => {
    expect(cellText(field, row({ [field]: value }), en)).toBe(value);
  });

  it('of the state is its name or the raw word', () => {
    expect(cellText('state', row({ state: 'held_adv_validation' }), en)).toBe('Held for validation');
    expect(cellText('state', row({ state: 'held_adv_validation' }), fr)).toBe('En attente de validation ADV');
    expect(cellText('state', row({ state: 'technical_error' }), fr)).toBe('technical_error');
    expect(cellText('state', row({ state: 'toString' }), fr)).toBe('toString');
  });

  it('of the reference falls back to the temporary one', () => {
    const both = { order_reference: 'PO_1', temporary_reference: 'TMP_1' };
    expect(cellText('order_reference', row(both), en)).toBe('PO_1');
    expect(cellText('order_reference', row({ temporary_reference: 'TMP_1' }), en)).toBe('TMP_1');
    expect(cellText('order_reference', row({}), en)).toBe('');
  });

  it.each(SUMMARY_FIELDS.filter((name) => name !== 'id'))('of %s that is not filled is empty', (name) => {
    expect([name].filter(isSummaryField).map((field) => cellText(field, row({ [name]: null }), fr))).toEqual([
      '',
    ]);
  });
});
