import { numberOf, type LosslessNumber } from '~/contract/lossless-json';
import { CONTACT_FIELDS, type Contact } from '~/contract/contact';
import { readOrderLine, type OrderLine } from '~/contract/order-line';
import type { WireObject } from '~/contract/scalars';
import type { LineRow, StoredLine } from './stored-order';
import { toWireTime } from '~/mock-api/wire/wire-times';

/** The answer to writing a line, and a line inside a cart, by the tables and examples of the writes. */
export function writtenLine(line: StoredLine): WireObject {
  const { values, status } = line.content;
  return {
    end_customer_name: values.end_customer_name,
    external_id: values.external_id,
    option_ids: values.option_ids,
    note: values.note,
    technical_note: values.technical_note,
    product_offering_id: values.product_offering_id,
    product_offering_qualification_item_id: values.product_offering_qualification_item_id,
    project_id: values.project_id,
    quote_item_id: values.quote_item_id,
    delivery_mode: values.delivery_mode,
    enni: values.enni,
    enni_2: values.enni_2,
    vlan_reference: toNumber(values.vlan_reference),
    customer_order_name: values.customer_order_name,
    business_code: values.business_code,
    billing_site_ref: values.billing_site_ref,
    related_contact_information: values.related_contact_information.map(toContactAnswer),
    id: line.id,
    product_order_id: line.cart.id,
    cancellation_date: toWireTime(status.cancellation_date),
    cancellation_reason: status.cancellation_reason,
    completion_date: toWireTime(status.completion_date),
    order_date: toWireTime(status.order_date),
    state: status.state,
    state_change: status.state_change.map((change) => ({
      change_reason: change.change_reason,
      change_date: toWireTime(change.change_date),
      state: change.state,
    })),
    termination_error: status.termination_error,
    order_reference: status.order_reference,
    temporary_reference: status.temporary_reference,
    building_ref: status.building_ref,
    offer_family: values.offer_family,
    offer_technology: values.offer_technology,
    cpe_networking_number: values.cpe_networking_number,
    cpe_serial_number: values.cpe_serial_number,
  };
}

/** "Order line detail": all creation fields and the read-only ones. */
export function fullLine(line: StoredLine): WireObject {
  const { values } = line.content;
  return {
    ...writtenLine(line),
    siret_known: values.siret_known,
    additional_vlan_reference: values.additional_vlan_reference,
    specific_request: values.specific_request,
    access_instructions: values.access_instructions,
    scheduled_delivery_date: orNull(values.scheduled_delivery_date),
  };
}

/** "List of order lines". */
export function lineListRow(row: LineRow): WireObject {
  return {
    id: row.id,
    product_order_id: row.product_order_id,
    end_customer_name: row.end_customer_name,
    external_id: row.external_id,
    product_offering_id: row.product_offering_id,
    product_offering_qualification_item_id: row.product_offering_qualification_item_id,
    state: row.state,
    order_reference: row.order_reference,
    temporary_reference: row.temporary_reference,
    customer_order_name: row.customer_order_name,
    creation_date: toWireTime(row.creation_date),
    order_date: toWireTime(row.order_date),
    expiration_date: toWireTime(row.expiration_date),
    scheduled_delivery_date: orNull(row.scheduled_delivery_date),
  };
}

/** The line as the rules of the domain know it. */
export function asOrderLine(line: StoredLine): OrderLine {
  return readOrderLine(fullLine(line));
}

function toContactAnswer(contact: Contact): WireObject {
  const known = CONTACT_FIELDS.map((field) => {
    const isNumber = field === 'latitude' || field === 'longitude';
    return [field, isNumber ? toNumber(contact[field]) : contact[field]] as const;
  });
  return { ...contact.wire, ...Object.fromEntries(known) };
}

/** To the letter where it is a JSON number. */
function toNumber(value: string): number | LosslessNumber | null {
  if (value === '') return null;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) ? numberOf(value) : Number(value);
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}
