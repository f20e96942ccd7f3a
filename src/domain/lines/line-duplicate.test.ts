import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { CREATE_LINE_ANSWER, CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import { duplicateLine } from './line-duplicate';

const line = readOrderLine({ ...CREATE_LINE_ANSWER, ...CREATE_LINE_REQUEST });

describe('a duplicate of a line', () => {
  it('has no field of one order or one device', () => {
    const { values, notCopied } = duplicateLine(line, 'leave');
    expect(values.end_customer_name).toBe(line.end_customer_name);
    expect(values.enni).toBe('AZ001234');
    expect(values.option_ids).toEqual(line.option_ids);
    expect(notCopied).toEqual([
      'external_id',
      'scheduled_delivery_date',
      'quote_item_id',
      'cpe_networking_number',
      'cpe_serial_number',
    ]);
    for (const field of notCopied) expect(values[field]).toBe('');
  });

  it('keeps the quote when asked to', () => {
    const { values, notCopied } = duplicateLine(line, 'keep');
    expect(values.quote_item_id).toBe(line.quote_item_id);
    expect(notCopied).not.toContain('quote_item_id');
  });

  it('leaves the ENNI of a DIA line to the API', () => {
    const { values, notCopied } = duplicateLine({ ...line, offer_family: 'DIA' }, 'leave');
    expect(values.enni).toBe('');
    expect(notCopied).toContain('enni');
  });

  it('says nothing of what was empty anyway', () => {
    const bare = readOrderLine({ id: 'L', state: 'created', external_id: 'A-1' });
    expect(duplicateLine(bare, 'leave').notCopied).toEqual(['external_id']);
    expect(duplicateLine(bare, 'leave').unknown).toContain('note');
  });
});
