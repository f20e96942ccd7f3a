import { CONTACT_FIELDS } from '~/contract/contact';
import { SCALAR_FIELDS } from '~/contract/order-line';
import { contactKey, type FieldPath } from '~/domain/fields/field-paths';

/** How the text of a cell becomes the value of a field. In `prose` a person writes what they like. */
export type FieldKind = 'date' | 'yes-no' | 'list' | 'coordinate' | 'prose' | 'text';

const PROSE = ['note', 'technical_note', 'access_instructions', 'specific_request'];

export function fieldKind(field: FieldPath): FieldKind {
  if (field === 'scheduled_delivery_date') return 'date';
  if (field === 'siret_known') return 'yes-no';
  if (field === 'option_ids') return 'list';
  if (/\.(latitude|longitude)$/.test(field)) return 'coordinate';
  return PROSE.includes(field) ? 'prose' : 'text';
}

/** Every field that a column can be matched to, of one site, in the order of the document's tables. */
export const IMPORT_FIELDS: readonly FieldPath[] = [
  ...SCALAR_FIELDS,
  ...CONTACT_FIELDS.map((field) => contactKey(0, field)),
];
