import { CONTACT_FIELDS, emptyContact, type Contact, type ContactField } from '~/contract/contact';
import { dayOf } from '~/contract/moments';
import { toNumber } from '~/contract/scalars';
import { isSameText } from './same-text';
import { propertyPathKey, toLinePath, type PropertyPath } from '~/contract/property-path';
import {
  LINE_FIELDS,
  SCALAR_FIELDS,
  type LineField,
  type LineScalars,
  type LineValues,
} from '~/contract/order-line';

/**
 * A line as a flat list of fields: one entry per value that a person can fill, keyed as the form and the errors key
 * them (`enni`, `related_contact_information.0.siret`). Comparing, merging and checking are done field by field.
 */
export type FieldPath = string;
export type FieldValue = LineScalars[keyof LineScalars];
export type FieldValues = ReadonlyMap<FieldPath, FieldValue>;

const CONTACTS = 'related_contact_information';

/** All fields of a line, in the order of the document's tables. */
export function lineFieldValues(values: LineValues): FieldValues {
  const fields = new Map<FieldPath, FieldValue>();
  for (const field of SCALAR_FIELDS) fields.set(field, values[field]);
  values.related_contact_information.forEach((contact, index) => {
    for (const [key, field] of contactKeys(index)) fields.set(key, contact[field]);
  });
  return fields;
}

const keysOfContacts: (readonly (readonly [FieldPath, ContactField])[])[] = [];

/** The paths of a contact's fields, made once: a sheet of lines asks for them thousands of times. */
function contactKeys(index: number): readonly (readonly [FieldPath, ContactField])[] {
  return (keysOfContacts[index] ??= CONTACT_FIELDS.map(
    (field) => [contactKey(index, field), field] as const,
  ));
}

export function contactKey(index: number, field: ContactField): FieldPath {
  return `${CONTACTS}.${index}.${field}`;
}

/** The name of a field without where it stands: `siret` for `related_contact_information.0.siret`. */
export function fieldName(key: FieldPath): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** The field of the API's tables that a path belongs to; null for a path that is none of a line's. */
export function fieldOfPath(key: FieldPath): LineField | null {
  const name = key.split('.')[0];
  return LINE_FIELDS.find((field) => field === name) ?? null;
}

/**
 * The field that an error's path names, however deep it starts; null when it names none. A contact's field on its own
 * (`siret`) is the first site's, for a line has no such field.
 */
export function fieldPathOf(path: PropertyPath): FieldPath | null {
  const inLine = toLinePath(path).path;
  const [first] = inLine;
  const contactField = CONTACT_FIELDS.find((field) => field === first);
  if (inLine.length === 1 && contactField && !LINE_FIELDS.some((field) => field === first)) {
    return contactKey(0, contactField);
  }
  if (first !== CONTACTS) return SCALAR_FIELDS.find((field) => field === first) ?? null;
  const [, index, name] = inLine;
  const field = CONTACT_FIELDS.find((known) => known === name);
  return typeof index === 'number' && field ? propertyPathKey([CONTACTS, index, field]) : null;
}

const NUMBER_FIELD = /^(vlan_reference|related_contact_information\.\d+\.(latitude|longitude))$/;

/**
 * Whether two values of a field mean the same: numbers by value, days by the day, text without the difference between composed and
 * decomposed accents (NFC, NFD); an absent value is an empty one.
 */
export function isSameField(key: FieldPath, a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [left, right] = [Array.isArray(a) ? a : [], Array.isArray(b) ? b : []];
    return (
      left.length === right.length && left.every((entry, index) => isSameText(entry, right[index] ?? ''))
    );
  }
  const [left, right] = [a ?? '', b ?? ''];
  if (typeof left !== 'string' || typeof right !== 'string') return left === right;
  if (isSameText(left, right)) return true;
  if (key === 'scheduled_delivery_date') return dayOf(left) === dayOf(right);
  return NUMBER_FIELD.test(key) && isExact(left) && isExact(right) && toNumber(left) === toNumber(right);
}

/** Whether a number has so few digits that a double holds it exactly. */
function isExact(text: string): boolean {
  return text.replaceAll(/\D/g, '').length <= 15;
}

/** The paths of the fields that differ, in the order of the tables. */
export function changedFields(before: LineValues, after: LineValues): FieldPath[] {
  const [left, right] = [lineFieldValues(before), lineFieldValues(after)];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].filter((key) => !isSameField(key, left.get(key), right.get(key)));
}

/** `values` with the fields in `keys` taken from `source`; missing contacts are added empty first. */
export function withFieldsFrom(
  values: LineValues,
  source: LineValues,
  keys: readonly FieldPath[],
): LineValues {
  const taken = lineFieldValues(source);
  const scalars: Record<string, FieldValue> = {};
  const contacts: Contact[] = values.related_contact_information.map((contact) => ({ ...contact }));
  for (const key of keys) {
    const [, index, name] = key.split('.');
    const field = CONTACT_FIELDS.find((contactField) => contactField === name);
    const value = taken.get(key) ?? '';
    if (field === undefined) {
      scalars[key] = taken.get(key) ?? null;
      continue;
    }
    while (contacts.length <= Number(index)) contacts.push(emptyContact());
    const contact = contacts[Number(index)];
    if (contact && typeof value === 'string') contact[field] = value;
  }
  return { ...values, ...scalars, related_contact_information: contacts };
}
