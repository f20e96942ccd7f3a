import { encodeBody } from './profile/line-body';
import { describe, expect, it } from 'vitest';
import { readContacts } from './contact';
import {
  LINE_FIELDS,
  readOrderLine,
  readOrderLineSummary,
  UPDATE_FIELDS,
  writeLineValues,
  type LineField,
} from './order-line';
import {
  CONFIRMED_LINE,
  CONTACT,
  CREATE_LINE_ANSWER,
  CREATE_LINE_REQUEST,
  TERMINATION_ERROR,
  UPDATE_LINE_ANSWER,
  UPDATE_LINE_REQUEST,
} from '~/contract/samples/lines';

/** An answer of the document as our own type; only the names and the forms of "not filled" differ. */
const COMMON = {
  end_customer_name: 'Covage',
  external_id: '',
  note: '',
  technical_note: '',
  product_offering_id: '2173',
  project_id: '',
  quote_item_id: '',
  delivery_mode: '',
  enni: '',
  enni_2: '',
  vlan_reference: '1257',
  customer_order_name: 'john Doe',
  business_code: '',
  cpe_networking_number: 'NET-123456',
  cpe_serial_number: 'SR-123456',
  related_contact_information: readContacts([CONTACT]),
  cancellation_date: '',
  cancellation_reason: '',
  completion_date: '',
  order_date: '',
  termination_error: [],
  building_ref: '',
  siret_known: null,
  additional_vlan_reference: '',
  specific_request: '',
  access_instructions: '',
  scheduled_delivery_date: '',
  creation_date: '',
  expiration_date: '',
  unknown: {},
};

/** The given fields of a line, by name. */
function pick(wire: object, fields: readonly LineField[]) {
  const line = readOrderLine({ id: 'L', ...wire });
  const values = Object.fromEntries(
    Object.entries(line).filter(([name]) => fields.some((field) => field === name)),
  );
  return encodeBody(writeLineValues(values), {
    enni_2: 'enni2',
    cpe_networking_number: 'cpe_network_number',
  });
}

describe("the document's answers", () => {
  it('to "Creating an Order Line" is read field by field', () => {
    const { returned, ...line } = readOrderLine(CREATE_LINE_ANSWER);
    expect(line).toEqual({
      ...COMMON,
      id: '259a1c5b-8462-4c5e-90d0-90d135763378',
      product_order_id: '908d2cc0-4bdc-4f62-b812-f8c1f48c96cd',
      product_offering_qualification_item_id: 'd5a4a9aa-ba2c-4f53-95c7-0c1ce6f6e7fa',
      option_ids: [],
      billing_site_ref: 'AUX00',
      state: 'created',
      state_change: CREATE_LINE_ANSWER.state_change,
      order_reference: 'PO_DC173_20250423_003363',
      temporary_reference: 'PO_DC173_20250423_003363',
      offer_family: 'BPE',
      offer_technology: 'FIBDE',
    });
    expect(LINE_FIELDS.filter((field) => !returned.includes(field))).toEqual([
      'siret_known',
      'additional_vlan_reference',
      'specific_request',
      'access_instructions',
      'scheduled_delivery_date',
    ]);
  });

  it('to "Updating Order Line Information" is read field by field', () => {
    const { returned, ...line } = readOrderLine(UPDATE_LINE_ANSWER);
    expect(line).toEqual({
      ...COMMON,
      id: '764a778c-4b16-4502-8377-e817b93d5b08',
      product_order_id: '2144c9f2-6ac1-49fd-8a7d-905def231857',
      product_offering_qualification_item_id: '1b83a456-89a2-456e-9b78-a578c39b0474',
      option_ids: [],
      billing_site_ref: '',
      state: 'created',
      state_change: UPDATE_LINE_ANSWER.state_change,
      order_reference: 'PO_DG541_20250404_000001',
      temporary_reference: 'PO_DG541_20250404_000001',
      offer_family: '',
      offer_technology: '',
    });
    expect(returned).not.toContain('offer_family');
    expect(returned).not.toContain('offer_technology');
  });

  it('to "Confirming the Order Session" is read, invalid line included', () => {
    const { returned, ...line } = readOrderLine(CONFIRMED_LINE);
    expect(line).toEqual({
      ...COMMON,
      id: '259a1c5b-8462-4c5e-90d0-90d135763378',
      product_order_id: '908d2cc0-4bdc-4f62-b812-f8c1f48c96cd',
      product_offering_qualification_item_id: 'd5a4a9aa-ba2c-4f53-95c7-0c1ce6f6e7fa',
      option_ids: ['2210', '2220', '1615'],
      billing_site_ref: 'AUX00',
      state: 'in_progress',
      state_change: CONFIRMED_LINE.state_change,
      order_reference: 'PO_DC173_20250423_003363',
      temporary_reference: 'PO_DC173_20250423_003363',
      offer_family: '',
      offer_technology: '',
    });
    expect(returned).toContain('enni');
  });

  it('with a termination error carry it to the letter', () => {
    const line = readOrderLine({ ...CONFIRMED_LINE, termination_error: [TERMINATION_ERROR] });
    expect(line.termination_error).toEqual([TERMINATION_ERROR]);
  });

  it('are readable as rows of the list too', () => {
    expect(readOrderLineSummary(CREATE_LINE_ANSWER)).toEqual({
      id: '259a1c5b-8462-4c5e-90d0-90d135763378',
      product_order_id: '908d2cc0-4bdc-4f62-b812-f8c1f48c96cd',
      end_customer_name: 'Covage',
      external_id: '',
      product_offering_id: '2173',
      product_offering_qualification_item_id: 'd5a4a9aa-ba2c-4f53-95c7-0c1ce6f6e7fa',
      state: 'created',
      order_reference: 'PO_DC173_20250423_003363',
      temporary_reference: 'PO_DC173_20250423_003363',
      customer_order_name: 'john Doe',
      creation_date: '',
      order_date: '',
      expiration_date: '',
      scheduled_delivery_date: '',
    });
  });
});

describe("the document's requests", () => {
  it('to create a line is written back unchanged', () => {
    expect(pick(CREATE_LINE_REQUEST, LINE_FIELDS)).toEqual({
      ...CREATE_LINE_REQUEST,
      vlan_reference: 1257,
    });
  });

  it('to update a line is written back unchanged', () => {
    const sent = Object.keys(UPDATE_LINE_REQUEST).length;
    const written = pick(UPDATE_LINE_REQUEST, readOrderLine({ id: 'L', ...UPDATE_LINE_REQUEST }).returned);
    expect(written).toEqual({ ...UPDATE_LINE_REQUEST, vlan_reference: 1234 });
    expect(Object.keys(written)).toHaveLength(sent);
  });

  it.each([
    ['create', CREATE_LINE_REQUEST, LINE_FIELDS],
    ['update', UPDATE_LINE_REQUEST, UPDATE_FIELDS],
  ])('to %s a line names nothing that its table does not', (_, request, table) => {
    const { returned, unknown } = readOrderLine({ id: 'L', ...request });
    expect(unknown).toEqual({});
    expect(returned.filter((field) => !table.includes(field))).toEqual([]);
  });
});
