import * as z from 'zod/mini';
import { isWireObject, numberText, text, wireObjects, type WireObject } from './scalars';

/** The site of a line and its contacts: one entry of `related_contact_information`, table "Related contact information". */
const contactSchema = z.object({
  end_customer_name: text,
  siret: text,
  contact1_email_address: text,
  contact1_firstname: text,
  contact1_lastname: text,
  contact1_phone_number: text,
  contact2_email_address: text,
  contact2_firstname: text,
  contact2_lastname: text,
  contact2_phone_number: text,
  city: text,
  postcode: text,
  street_name: text,
  street_number: text,
  street_number_extension: text,
  insee_code: text,
  building_name: text,
  level_number: text,
  latitude: numberText,
  longitude: numberText,
});

export type ContactValues = z.infer<typeof contactSchema>;
export type ContactField = keyof ContactValues;

function isContactField(name: string): name is ContactField {
  return name in contactSchema.shape;
}

export const CONTACT_FIELDS: readonly ContactField[] = Object.keys(contactSchema.shape).filter(
  isContactField,
);

export interface Contact extends ContactValues {
  /** The entry as it came, so that unknown and untouched values go back to the letter. */
  readonly wire: WireObject;
}

export function emptyContact(): Contact {
  return { ...contactSchema.parse({}), wire: {} };
}

/** Reads `related_contact_information`: an array, usually of one entry; a lone object counts as one. */
export function readContacts(value: unknown): Contact[] {
  return wireObjects(isWireObject(value) ? [value] : value).map((wire) => ({
    ...contactSchema.parse(wire),
    wire,
  }));
}

/**
 * Writes an entry whole, for nothing says whether a PATCH merges or replaces it. The received entry comes first, to the
 * letter, with the changed values on top. Another spelling of "not filled" is not a change.
 */
export function writeContact(contact: Contact): WireObject {
  const before = contactSchema.parse(contact.wire);
  const after = z.encode(contactSchema, pickContactValues(contact));
  const changed = CONTACT_FIELDS.filter((field) => contact[field] !== before[field]);
  return { ...contact.wire, ...Object.fromEntries(changed.map((field) => [field, after[field]])) };
}

/** The twenty fields alone, without the entry's origin. */
export function pickContactValues(contact: ContactValues): ContactValues {
  return contactSchema.parse(contact);
}
