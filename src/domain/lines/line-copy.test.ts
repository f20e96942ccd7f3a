import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { CONFIRMED_LINE, CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import { copyLine, FIELDS_OF_ONE_ORDER } from './line-copy';
import { creationValues } from './order-line-changes';

/** A rejected line with every field of the document's example. */
const LINE = readOrderLine({
  ...CONFIRMED_LINE,
  ...CREATE_LINE_REQUEST,
  option_ids: ['2210', '7021'],
  related_contact_information: [{ ...CONFIRMED_LINE.related_contact_information[0], id: 'contact-1' }],
  state: 'rejected_creation',
  termination_error: [{ code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' }],
});

describe('a copy of a line', () => {
  it('has every business field of the original', () => {
    const { values } = copyLine(LINE);
    expect(values.end_customer_name).toBe('Covage');
    expect(values.option_ids).toEqual(['2210', '7021']);
    expect(values.siret_known).toBe(true);
    expect(values.offer_family).toBe('BPE');
    expect(values.access_instructions).toBe('Prendre la grande porte');
    expect(values.related_contact_information[0]?.contact1_email_address).toBe('John.Doe@unknown.com');
  });

  it('has no identifier, state, date or error', () => {
    const sent = creationValues(copyLine(LINE).values);
    for (const field of [
      'id',
      'product_order_id',
      'state',
      'state_change',
      'termination_error',
      'order_reference',
    ])
      expect(sent).not.toHaveProperty(field);
    for (const field of FIELDS_OF_ONE_ORDER) expect(sent).not.toHaveProperty(field);
  });

  it('copies no unknown key of a contact', () => {
    expect(copyLine(LINE).values.related_contact_information[0]?.wire).toEqual({});
  });

  it('says what was filled and left out', () => {
    expect(copyLine(LINE).leftOut).toEqual(['external_id', 'scheduled_delivery_date', 'quote_item_id']);
    expect(copyLine({ ...LINE, external_id: '' }).leftOut).not.toContain('external_id');
  });

  it('keeps what belongs to one order where that is wanted', () => {
    const { values, leftOut } = copyLine(LINE, ['quote_item_id']);
    expect(values.quote_item_id).toBe(LINE.quote_item_id);
    expect(values.external_id).toBe('');
    expect(leftOut).toEqual(['external_id', 'scheduled_delivery_date']);
  });

  it('names the fields that the answer did not carry', () => {
    expect(copyLine(readOrderLine(CONFIRMED_LINE)).unknown).toEqual(
      expect.arrayContaining(['access_instructions', 'specific_request', 'scheduled_delivery_date']),
    );
    expect(copyLine(LINE).unknown).toEqual([]);
  });

  it('changes nothing in the original', () => {
    const before = structuredClone(LINE);
    const { values } = copyLine(LINE);
    for (const contact of values.related_contact_information) contact.city = 'Rouen';
    expect(LINE).toEqual(before);
  });
});
