import { CONTACT_FIELDS, emptyContact, type Contact, type ContactField } from '~/contract/contact';
import { toNumber } from '~/contract/scalars';
import { fieldPathKey, toLinePath, type FieldPath } from '~/contract/field-path';
import {
  LINE_FIELDS,
  SCALAR_FIELDS,
  type LineField,
  type LineScalars,
  type LineValues,
} from '~/contract/order-line';

/**
 * A line as a flat list of its leaves: one entry per value that a person can fill, keyed as the form and the errors key
 * them (`enni`, `related_contact_information.0.siret`). Comparing, merging and checking are done leaf by leaf.
 */
export type LeafKey = string;
export type LeafValue = LineScalars[keyof LineScalars];
export type Leaves = ReadonlyMap<LeafKey, LeafValue>;

const CONTACTS = 'related_contact_information';

/** All leaves of a line, in the order of the document's tables. */
export function lineLeaves(values: LineValues): Leaves {
  const leaves = new Map<LeafKey, LeafValue>();
  for (const field of SCALAR_FIELDS) leaves.set(field, values[field]);
  values.related_contact_information.forEach((contact, index) => {
    for (const field of CONTACT_FIELDS) leaves.set(contactKey(index, field), contact[field]);
  });
  return leaves;
}

export function contactKey(index: number, field: ContactField): LeafKey {
  return `${CONTACTS}.${index}.${field}`;
}

/** The field of the API's tables that a leaf belongs to; null for a key that is none of a line's. */
export function fieldOfLeaf(key: LeafKey): LineField | null {
  const name = key.split('.')[0];
  return LINE_FIELDS.find((field) => field === name) ?? null;
}

/**
 * The leaf that an error's path names, however deep it starts; null when it names none. A contact's field on its own
 * (`siret`) is the first site's, for a line has no such field.
 */
export function leafKeyOf(path: FieldPath): LeafKey | null {
  const inLine = toLinePath(path).path;
  const [first] = inLine;
  const contactField = CONTACT_FIELDS.find((field) => field === first);
  if (inLine.length === 1 && contactField && !LINE_FIELDS.some((field) => field === first)) {
    return contactKey(0, contactField);
  }
  if (first !== CONTACTS) return SCALAR_FIELDS.find((field) => field === first) ?? null;
  const [, index, name] = inLine;
  const field = CONTACT_FIELDS.find((known) => known === name);
  return typeof index === 'number' && field ? fieldPathKey([CONTACTS, index, field]) : null;
}

const NUMBER_LEAF = /^(vlan_reference|related_contact_information\.\d+\.(latitude|longitude))$/;

/** Whether two values of a leaf mean the same: numbers by value, an absent leaf is an empty one. */
export function isSameLeaf(key: LeafKey, a: LeafValue | undefined, b: LeafValue | undefined): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [left, right] = [Array.isArray(a) ? a : [], Array.isArray(b) ? b : []];
    return left.length === right.length && left.every((entry, index) => entry === right[index]);
  }
  const [left, right] = [a ?? '', b ?? ''];
  if (left === right) return true;
  if (!NUMBER_LEAF.test(key) || typeof left !== 'string' || typeof right !== 'string') return false;
  return toNumber(left) === toNumber(right);
}

/** The keys of the leaves that differ, in the order of the tables. */
export function changedLeaves(before: LineValues, after: LineValues): LeafKey[] {
  const [left, right] = [lineLeaves(before), lineLeaves(after)];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].filter((key) => !isSameLeaf(key, left.get(key), right.get(key)));
}

/** `values` with the leaves named by `keys` taken from `source`; contacts that are missing are added empty first. */
export function withLeavesFrom(values: LineValues, source: LineValues, keys: readonly LeafKey[]): LineValues {
  const taken = lineLeaves(source);
  const scalars: Record<string, LeafValue> = {};
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
