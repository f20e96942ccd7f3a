import * as z from 'zod/mini';
import { readContacts, writeContact, type Contact } from './contact';
import {
  day,
  flag,
  isWireObject,
  moment,
  numberText,
  text,
  textList,
  wireObjects,
  type WireObject,
  objectWithId,
} from './scalars';

/*
 * An order line: the API's product_order_item.
 *
 * Where the document contradicts itself:
 * - The tables say `enni_2` and `cpe_networking_number`, the examples `enni2` and `cpe_network_number`. Both are read;
 *   the tables' spelling is written, and the gateway translates it for a server that takes the other (contract/profile).
 * - `vlan_reference` is a number in the tables, text in request examples, a number in answers.
 * - `product_order_id` is in every example and in the list's table, but in no table of the line.
 * - `billing_site_ref` is in examples of answers but in no table of them; five more fields can be sent and no table of
 *   a write's answer promises them, while "Order line detail" promises all creation fields. So a line says which
 *   fields its answer carried (`returned`), and only the detail is expected to carry all.
 * - `order_reference` is "set after confirmation" and filled in the example of a fresh line.
 */

const scalarShape = {
  end_customer_name: text,
  external_id: text,
  option_ids: textList,
  note: text,
  technical_note: text,
  product_offering_id: text,
  product_offering_qualification_item_id: text,
  project_id: text,
  quote_item_id: text,
  delivery_mode: text,
  enni: text,
  enni_2: text,
  vlan_reference: numberText,
  customer_order_name: text,
  business_code: text,
  billing_site_ref: text,
  siret_known: flag,
  additional_vlan_reference: text,
  offer_family: text,
  offer_technology: text,
  specific_request: text,
  access_instructions: text,
  scheduled_delivery_date: day,
  cpe_networking_number: text,
  cpe_serial_number: text,
};
const scalarsSchema = z.object(scalarShape);

const stateChangeSchema = z.object({ change_reason: text, change_date: moment, state: text });
const terminationErrorSchema = z.object({ code: text, property_path: text, value: text });

const readOnlySchema = z.object({
  id: text,
  product_order_id: text,
  state: text,
  order_reference: text,
  temporary_reference: text,
  building_ref: text,
  cancellation_reason: text,
  creation_date: moment,
  cancellation_date: moment,
  completion_date: moment,
  order_date: moment,
  expiration_date: moment,
});

const summarySchema = z.object({
  id: text,
  product_order_id: text,
  end_customer_name: text,
  external_id: text,
  product_offering_id: text,
  product_offering_qualification_item_id: text,
  state: text,
  order_reference: text,
  temporary_reference: text,
  customer_order_name: text,
  creation_date: moment,
  order_date: moment,
  expiration_date: moment,
  scheduled_delivery_date: day,
});

export type LineScalars = z.infer<typeof scalarsSchema>;
/** The fields of a line that a person can write, request table of "Creating an Order Line". */
export interface LineValues extends LineScalars {
  related_contact_information: Contact[];
}
export type LineField = keyof LineValues;
type ScalarField = keyof LineScalars;

type StateChange = z.infer<typeof stateChangeSchema>;
export type TerminationError = z.infer<typeof terminationErrorSchema>;
type ReadOnlyValues = z.infer<typeof readOnlySchema>;
export type ReadOnlyLineField = keyof ReadOnlyValues;

export interface OrderLine extends LineValues, ReadOnlyValues {
  readonly state_change: StateChange[];
  readonly termination_error: TerminationError[];
  /** The writable fields that the answer carried; the others are unknown, not empty. */
  readonly returned: readonly LineField[];
  /** All other keys of the answer. */
  readonly unknown: WireObject;
}

/** A row of the list of lines, "List of order lines". */
export type OrderLineSummary = z.infer<typeof summarySchema>;

function isLineField(name: string): name is LineField {
  return name === 'related_contact_information' || name in scalarShape;
}
function isScalarField(name: string): name is ScalarField {
  return name in scalarShape;
}

export const SCALAR_FIELDS: readonly ScalarField[] = Object.keys(scalarShape).filter(isScalarField);
/** The creation table. */
export const LINE_FIELDS: readonly LineField[] = [...SCALAR_FIELDS, 'related_contact_information'];
/** In the creation table and not in the table of "Updating Order Line Information". */
export const CREATION_ONLY_FIELDS = ['offer_family', 'offer_technology'] as const satisfies LineField[];
/** The table of "Updating Order Line Information". */
export const UPDATE_FIELDS: readonly LineField[] = LINE_FIELDS.filter(
  (field) => !CREATION_ONLY_FIELDS.some((only) => only === field),
);
/** Can be sent, and no table of a write's answer promises them back. */
export const UNPROMISED_FIELDS = [
  'billing_site_ref',
  'siret_known',
  'additional_vlan_reference',
  'specific_request',
  'access_instructions',
  'scheduled_delivery_date',
] as const satisfies LineField[];

export function emptyLineValues(): LineValues {
  return { ...scalarsSchema.parse({}), related_contact_information: [] };
}

/** Copies the scalar fields alone. */
export function pickLineScalars(values: LineScalars): LineScalars {
  return scalarsSchema.parse(values);
}

/** The fields that the document spells two ways: the tables' name, then the examples'. */
export const SPELLINGS = [
  ['enni_2', 'enni2'],
  ['cpe_networking_number', 'cpe_network_number'],
] as const;

/** Our name of a field, from either of the API's two spellings. */
export function canonicalFieldName(name: string): string {
  return SPELLINGS.find(([, other]) => other === name)?.[0] ?? name;
}

/** Both names may be there, one of them always empty: the filled one counts. */
function spellCanonically(wire: WireObject): WireObject {
  const fields: Record<string, unknown> = { ...wire };
  for (const [ours, other] of SPELLINGS) {
    const shown = [ours, other].filter((name) => name in wire);
    const name = shown.find((candidate) => text.parse(wire[candidate]) !== '') ?? shown[0];
    if (name !== undefined) fields[ours] = wire[name];
    delete fields[other];
  }
  return fields;
}

const LIST_FIELDS = ['related_contact_information', 'state_change', 'termination_error'];

/**
 * Reads a full line from an answer of operations 6, 7 and 10, or from a cart's `product_order_item`.
 * Throws a ZodError when the answer is no object or has no id: then nothing can be done with it.
 */
export function readOrderLine(raw: unknown): OrderLine {
  const wire = objectWithId.parse(raw);
  const fields = spellCanonically(wire);
  return {
    ...scalarsSchema.parse(fields),
    ...readOnlySchema.parse(fields),
    related_contact_information: readContacts(fields['related_contact_information']),
    state_change: wireObjects(fields['state_change']).map((entry) => stateChangeSchema.parse(entry)),
    termination_error: wireObjects(fields['termination_error']).map((entry) =>
      terminationErrorSchema.parse(entry),
    ),
    returned: Object.keys(fields).filter(isLineField),
    unknown: Object.fromEntries(
      Object.entries(fields).filter(
        ([name]) => !isScalarField(name) && !(name in readOnlySchema.shape) && !LIST_FIELDS.includes(name),
      ),
    ),
  };
}

/** Reads a row of the list of lines. Throws a ZodError when it is no object or has no id. */
export function readOrderLineSummary(raw: unknown): OrderLineSummary {
  return summarySchema.parse(objectWithId.parse(raw));
}

/**
 * Writes only the given values, in the tables' spelling and types; "" for an emptied value of any type. `encodeBody`
 * turns that into the form that a server takes.
 */
export function writeLineValues(values: Partial<LineValues>): WireObject {
  const { related_contact_information: contacts, ...scalars } = values;
  const encoded = z.encode(scalarsSchema, { ...scalarsSchema.parse({}), ...scalars });
  const body: Record<string, unknown> = {};
  for (const field of SCALAR_FIELDS) {
    if (scalars[field] !== undefined) body[field] = encoded[field];
  }
  if (contacts) body['related_contact_information'] = contacts.map(writeContact);
  return body;
}

/** Reads a line id of any shape; for rows that are otherwise unreadable. */
export function readId(raw: unknown): string {
  return isWireObject(raw) ? text.parse(raw['id']) : '';
}
