import { describe, expect, it } from 'vitest';
import { LINE_FIELDS, readOrderLine } from '~/contract/order-line';
import { CREATION_TABLE, UPDATE_TABLE } from '~/contract/samples/tables';
import { fieldLock } from './field-lock';
import { hasCpeOption, isDia } from './offer-rules';
import { isFromQuote, isQuoteLocked, QUOTE_LOCKED_FIELDS } from './quote-lock';

/** "The following fields cannot be edited when the order originates from a quotation". */
const QUOTATION_FIELDS = [
  'end_customer_name',
  'product_offering_id',
  'product_offering_qualification_item_id',
  'customer_order_name',
  'business_code',
];

const draft = (wire: object = {}) => readOrderLine({ id: 'L', state: 'created', ...wire });
const lockedFields = (reason: string, line = draft()) =>
  LINE_FIELDS.filter((field) => fieldLock(line, field, line) === reason).toSorted();

describe('the lock of a quotation', () => {
  it('names the five fields of "Updating Order Line Information"', () => {
    expect([...QUOTE_LOCKED_FIELDS]).toEqual(QUOTATION_FIELDS);
  });

  it('holds them, and no other, once a line from a quote is saved', () => {
    expect(lockedFields('quote', draft({ quote_item_id: 'Q' }))).toEqual(QUOTATION_FIELDS.toSorted());
    expect(isQuoteLocked({ quote_item_id: 'Q' }, 'enni')).toBe(false);
    expect(isQuoteLocked({ quote_item_id: 'Q' }, 'quote_item_id')).toBe(false);
  });

  it.each([null, '', undefined])('is off with quote_item_id %j', (quote_item_id) => {
    const line = draft({ quote_item_id });
    expect(isFromQuote(line)).toBe(false);
    expect(lockedFields('quote', line)).toEqual([]);
  });

  it('is off for a new line, whatever quote is typed', () => {
    const typed = draft({ quote_item_id: 'Q' });
    expect(LINE_FIELDS.filter((field) => fieldLock(null, field, typed) !== null)).toEqual([]);
  });
});

describe('a saved draft', () => {
  it('can change what the update table holds and nothing that only the creation table holds', () => {
    const updatable = UPDATE_TABLE.map(({ name }) => name);
    const creationOnly = CREATION_TABLE.map(({ name }) => name).filter((name) => !updatable.includes(name));
    expect(lockedFields('creation-only')).toEqual(creationOnly.toSorted());
    expect(LINE_FIELDS.filter((field) => fieldLock(draft(), field, draft()) === null).toSorted()).toEqual(
      updatable.toSorted(),
    );
  });
});

describe('a line that is no draft', () => {
  it.each([
    ['in progress', { state: 'in_progress' }],
    ['in an unknown state', { state: 'technical_error' }],
    ['ordered', { order_date: '2025-04-23' }],
    ['with a history', { state_change: [{ state: 'in_progress' }] }],
    ['from a quote and DIA', { state: 'acknowledged', quote_item_id: 'Q', offer_family: 'DIA' }],
  ])('%s is locked whole', (_, wire) => {
    expect(lockedFields('not-draft', draft(wire))).toEqual([...LINE_FIELDS].toSorted());
  });
});

describe('the ENNI of a DIA offer', () => {
  it.each([
    ['DIA', true],
    ['dia', true],
    [' DIA ', true],
    ['BPE', false],
    ['DIAMOND', false],
    ['', false],
  ])('is computed by the API for the family %j: %s', (offer_family, dia) => {
    expect(isDia({ offer_family })).toBe(dia);
    expect(fieldLock(null, 'enni', { offer_family })).toBe(dia ? 'dia' : null);
    expect(fieldLock(draft({ offer_family }), 'enni', { offer_family })).toBe(dia ? 'dia' : null);
  });

  it('is the only field that DIA locks', () => {
    expect(LINE_FIELDS.filter((field) => fieldLock(null, field, { offer_family: 'DIA' }) !== null)).toEqual([
      'enni',
    ]);
  });
});

describe('option 7021', () => {
  it.each([
    [['7021'], true],
    [['2210', '7021'], true],
    [['2210', '2220', '1615'], false],
    [['70210'], false],
    [[], false],
  ])('in %j: %s', (option_ids, present) => {
    expect(hasCpeOption({ option_ids })).toBe(present);
  });
});
