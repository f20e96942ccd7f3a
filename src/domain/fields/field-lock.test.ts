import { describe, expect, it } from 'vitest';
import { emptyLineValues, LINE_FIELDS, readOrderLine } from '~/contract/order-line';
import { CREATION_TABLE, UPDATE_TABLE } from '~/contract/samples/tables';
import { copiedFieldLock, fieldLock } from './field-lock';
import { leftoverCpeFields, hasCpeOption, isDia } from './offer-rules';
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

  it('holds exactly them once a quoted line is saved', () => {
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
  it('can change exactly the fields of the update table', () => {
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

describe('the CPE numbers that option 7021 leaves behind', () => {
  const line = { option_ids: ['7021', '2210'], cpe_networking_number: 'NET-1', cpe_serial_number: 'SR-1' };

  it.each([
    ['the option goes', line, ['2210'], ['cpe_networking_number', 'cpe_serial_number']],
    ['all options go', line, [], ['cpe_networking_number', 'cpe_serial_number']],
    ['only one is filled', { ...line, cpe_serial_number: ' ' }, [], ['cpe_networking_number']],
    ['another option goes', line, ['7021'], []],
    ['the option was never there', { ...line, option_ids: ['2210'] }, [], []],
  ])('when %s', (_, before, options, left) => {
    expect(leftoverCpeFields(before, options)).toEqual(left);
  });
});

describe('a new line that copies one of a quote', () => {
  const copied = { ...emptyLineValues(), quote_item_id: 'Q', end_customer_name: 'Covage' };
  const locked = (from: typeof copied, values: typeof copied) =>
    LINE_FIELDS.filter((field) => copiedFieldLock(from, field, values) === 'quote');

  it('has the five fields locked while it keeps the quote', () => {
    expect(locked(copied, copied).toSorted()).toEqual(QUOTATION_FIELDS.toSorted());
    expect(locked(copied, { ...copied, quote_item_id: '' })).toEqual([]);
    expect(locked(copied, { ...copied, quote_item_id: 'another' })).toEqual([]);
  });

  it('locks nothing when it begins without the quote', () => {
    const free = { ...copied, quote_item_id: '' };
    expect(locked(free, { ...free, quote_item_id: 'typed later' })).toEqual([]);
  });
});
