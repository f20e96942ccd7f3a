import { CONTACT_FIELDS } from '~/contract/contact';
import { SCALAR_FIELDS } from '~/contract/order-line';

/** The fields without free text: numbers, choices, days and coordinates. The form refuses text there. */
const NO_TEXT: readonly string[] = [
  'vlan_reference',
  'siret_known',
  'scheduled_delivery_date',
  'option_ids',
  'latitude',
  'longitude',
];

/** The fields with free text: of a line, and of its site and contacts. */
export const SCALAR_TEXTS = SCALAR_FIELDS.filter((name) => !NO_TEXT.includes(name));
export const CONTACT_TEXTS = CONTACT_FIELDS.filter((name) => !NO_TEXT.includes(name));
