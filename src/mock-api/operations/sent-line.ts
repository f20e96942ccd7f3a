import { isJsonNumber } from '~/contract/lossless-json';
import { canonicalFieldName, LINE_FIELDS, type LineField } from '~/contract/order-line';
import type { FieldMessage } from '~/contract/error-body';
import { isUnknownArray, isWireObject, type WireObject } from '~/contract/scalars';
import { readWireTime } from '~/mock-api/wire/wire-times';
import { invalid, ApiRefusal } from '~/mock-api/wire/api-refusal';

/** The values that a request writes on a line, under our names of the fields; either spelling is read. */
export type SentLine = ReadonlyMap<LineField, unknown>;

/**
 * Reads the body of a write on a line; fields that are not a line's are passed over. Throws a 400 when it is no object
 * or when a value is of the wrong type. Numbers as text are fine, and null, "" and a missing key are alike.
 */
export function readSentLine(body: unknown): SentLine {
  const wire = readObject(body);
  const sent = new Map<LineField, unknown>();
  for (const [name, value] of Object.entries(wire)) {
    const field = LINE_FIELDS.find((known) => known === canonicalFieldName(name));
    // Both spellings may be there, one of them empty: the filled one counts.
    if (field && (isFilled(value) || !sent.has(field))) sent.set(field, value);
  }
  const complaints = [...sent].flatMap(([field, value]) => complaintsAbout(field, value));
  if (complaints.length > 0) throw invalid(complaints);
  return sent;
}

/** A body that must be an object. Throws a 400 when it is not. */
export function readObject(body: unknown): WireObject {
  if (isWireObject(body)) return body;
  throw new ApiRefusal(400, 'Invalid data. Expected an object.');
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function complaintsAbout(field: LineField, value: unknown): FieldMessage[] {
  if (!isFilled(value)) return [];
  if (field === 'related_contact_information') return contactComplaints(value);
  const complaint = scalarComplaint(field, value);
  return complaint === null ? [] : [{ path: [field], message: complaint }];
}

function scalarComplaint(field: LineField, value: unknown): string | null {
  switch (field) {
    case 'option_ids':
      return isUnknownArray(value) && value.every(isText) ? null : 'Expected a list of strings.';
    case 'siret_known':
      return typeof value === 'boolean' ? null : 'Must be a valid boolean.';
    case 'vlan_reference':
      return isNumeric(value) ? null : 'A valid number is required.';
    case 'scheduled_delivery_date':
      return typeof value === 'string' && readWireTime(value) !== null
        ? null
        : 'Date has wrong format. Use YYYY-MM-DD.';
    default:
      return isText(value) ? null : 'Not a valid string.';
  }
}

function contactComplaints(value: unknown): FieldMessage[] {
  const path = ['related_contact_information'];
  if (!isUnknownArray(value)) return [{ path, message: 'Expected a list of items.' }];
  return value.flatMap((contact, index): FieldMessage[] => {
    if (!isWireObject(contact))
      return [{ path: [...path, index], message: 'Invalid data. Expected an object.' }];
    return ['latitude', 'longitude']
      .filter((name) => isFilled(contact[name]) && !isNumeric(contact[name]))
      .map((name) => ({ path: [...path, index, name], message: 'A valid number is required.' }));
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || isJsonNumber(value);
}

function isNumeric(value: unknown): boolean {
  return isText(value) && String(value).trim() !== '' && Number.isFinite(Number(value));
}
