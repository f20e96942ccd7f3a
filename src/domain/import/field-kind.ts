import { CONTACT_FIELDS } from '~/contract/contact';
import { SCALAR_FIELDS } from '~/contract/order-line';
import { contactKey, fieldName, type FieldPath } from '~/domain/fields/field-paths';

/** How the text of a cell becomes the value of a field. In `prose` a person writes what they like. */
export type FieldKind = 'date' | 'yes-no' | 'list' | 'coordinate' | 'prose' | 'text';

/** By the last part of the path. All others are `text`. */
const KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ['scheduled_delivery_date', 'date'],
  ['siret_known', 'yes-no'],
  ['option_ids', 'list'],
  ['latitude', 'coordinate'],
  ['longitude', 'coordinate'],
  ['note', 'prose'],
  ['technical_note', 'prose'],
  ['access_instructions', 'prose'],
  ['specific_request', 'prose'],
]);

export function fieldKind(field: FieldPath): FieldKind {
  return KINDS.get(fieldName(field)) ?? 'text';
}

/** Every field that a column can be matched to, of one site, in the order of the document's tables. */
export const IMPORT_FIELDS: readonly FieldPath[] = [
  ...SCALAR_FIELDS,
  ...CONTACT_FIELDS.map((field) => contactKey(0, field)),
];
