import { CONTACT_FIELDS, type ContactField, type ContactValues } from '~/contract/contact';
import { SCALAR_FIELDS, UPDATE_FIELDS, type LineValues } from '~/contract/order-line';
import {
  contactKey,
  fieldOfPath,
  lineFieldValues,
  withFieldsFrom,
  type FieldPath,
  type FieldValue,
} from '~/domain/fields/field-paths';
import { leftoverCpeFields } from '~/domain/fields/offer-rules';

/** A part of the first site that goes from one line to others as a whole. */
export type SitePart = 'site' | 'contact1' | 'contact2';

/** One thing that a bulk change does to each of its lines. Contact fields are those of the first site. */
export type LineAction =
  | { readonly kind: 'set'; readonly field: FieldPath; readonly value: FieldValue }
  | { readonly kind: 'empty'; readonly field: FieldPath }
  | { readonly kind: 'add-option' | 'remove-option'; readonly option: string }
  /** Every occurrence, to the letter. */
  | {
      readonly kind: 'replace';
      readonly field: FieldPath;
      readonly search: string;
      readonly replacement: string;
    }
  | { readonly kind: 'take'; readonly part: SitePart; readonly from: ContactValues };

/**
 * The fields that a bulk change may name: those of "Updating Order Line Information". A quote line belongs to one line, and
 * options are added and removed one by one.
 */
export const BULK_FIELDS: readonly FieldPath[] = [
  ...SCALAR_FIELDS.filter(
    (field) => UPDATE_FIELDS.includes(field) && field !== 'quote_item_id' && field !== 'option_ids',
  ),
  ...CONTACT_FIELDS.map((field) => contactKey(0, field)),
];

/** The fields that go with a part of the site. */
export function fieldsOfPart(part: SitePart): readonly ContactField[] {
  return CONTACT_FIELDS.filter((field) =>
    part === 'site' ? !field.startsWith('contact') : field.startsWith(`${part}_`),
  );
}

/**
 * A line after actions, one after the other, locks aside. Where option 7021 goes, the CPE fields are emptied with it
 * ("Confirming the Order Session").
 */
export function applyActions(line: LineValues, actions: readonly LineAction[]): LineValues {
  const values = actions.reduce(applyAction, line);
  const leftover = leftoverCpeFields({ ...values, option_ids: line.option_ids }, values.option_ids);
  return { ...values, ...Object.fromEntries(leftover.map((field) => [field, ''])) };
}

function applyAction(values: LineValues, action: LineAction): LineValues {
  switch (action.kind) {
    case 'set':
      return withField(values, action.field, action.value);
    case 'empty':
      return withField(values, action.field, emptyValue(values, action.field));
    case 'add-option':
      return values.option_ids.includes(action.option)
        ? values
        : { ...values, option_ids: [...values.option_ids, action.option] };
    case 'remove-option':
      return { ...values, option_ids: values.option_ids.filter((option) => option !== action.option) };
    case 'replace': {
      const text = lineFieldValues(values).get(action.field);
      if (typeof text !== 'string' || action.search === '') return values;
      // A function: in a text "$&" would stand for what was found.
      return withField(
        values,
        action.field,
        text.replaceAll(action.search, () => action.replacement),
      );
    }
    case 'take':
    default:
      return fieldsOfPart(action.part).reduce(
        (taken, field) => withField(taken, contactKey(0, field), action.from[field]),
        values,
      );
  }
}

function emptyValue(values: LineValues, field: FieldPath): FieldValue {
  const value = lineFieldValues(values).get(field);
  if (Array.isArray(value)) return [];
  return typeof value === 'boolean' ? null : '';
}

/** The line with one field set. A path that is no field of a line, such as its id or state, changes nothing. */
function withField(values: LineValues, field: FieldPath, value: FieldValue): LineValues {
  const name = fieldOfPath(field);
  if (name === null) return values;
  if (name !== 'related_contact_information') return { ...values, [name]: value };
  const [, index, contactField] = field.split('.');
  const known = CONTACT_FIELDS.find((candidate) => candidate === contactField);
  if (known === undefined || typeof value !== 'string') return values;
  // Adds the entry where there is none.
  const { related_contact_information: contacts } = withFieldsFrom(values, values, [field]);
  return {
    ...values,
    related_contact_information: contacts.map((contact, place) =>
      place === Number(index) ? { ...contact, [known]: value } : contact,
    ),
  };
}
