import { CONTACT_FIELDS } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import { withFieldsFrom, type FieldPath } from './field-paths';

/** Marks without a glyph: direction marks that Windows copies along with numbers, zero-width spaces, soft hyphens. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

const PHONE_LABEL =
  /^(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|gsm|phone|fixe)[\s.]*(?::\s*|(?=[+\d]))(?=\D?\d)/iu;

type ToPlain = (text: string) => string;

const postcode: ToPlain = (text) =>
  /^(?:FR?\s*[-–]?\s*)?(\d{2})\s?(\d{3})$/i.exec(text)?.slice(1).join('') ?? text;
const phone: ToPlain = (text) => text.replace(PHONE_LABEL, '');
const email: ToPlain = (text) => text.replace(/^mailto:\s*/i, '').replace(/^<([^<>\s@]+@[^<>\s@]+)>$/, '$1');
const siret: ToPlain = (text) => text.replace(/^siret\s*(?:n°\s*)?:?\s*(?=\d)/i, '');
const insee: ToPlain = (text) => (/^[\dAB\s]{5,7}$/i.test(text) ? text.replaceAll(/\s/g, '') : text);
const vlan: ToPlain = (text) => text.replace(/^vlan\s*:?\s*(?=\d)/i, '');
const coordinate: ToPlain = (text) => text.replace(/^[−–](?=\d)/, '-').replace(/(?<=\d)\s*°?\s*[NE]?$/i, '');

const TO_PLAIN: Readonly<Record<string, ToPlain>> = {
  postcode,
  contact1_phone_number: phone,
  contact2_phone_number: phone,
  contact1_email_address: email,
  contact2_email_address: email,
  siret,
  insee_code: insee,
  vlan_reference: vlan,
  additional_vlan_reference: vlan,
  latitude: coordinate,
  longitude: coordinate,
};

/**
 * The plain form of a typed or pasted value of a field with a known format: without invisible marks, labels and outer
 * spaces ("F-76 000" is "76000", "tel: 06…" is "06…"). Any other field keeps its text to the letter.
 */
export function plainValue(key: FieldPath, text: string): string {
  const toPlain = TO_PLAIN[key.split('.').at(-1) ?? ''];
  return toPlain ? toPlain(text.replaceAll(INVISIBLE, '').trim()) : text;
}

/** A line with the plain values of the fields in `keys`. */
export function withPlainFields(values: LineValues, keys: readonly FieldPath[]): LineValues {
  const plain: LineValues = {
    ...values,
    vlan_reference: plainValue('vlan_reference', values.vlan_reference),
    additional_vlan_reference: plainValue('additional_vlan_reference', values.additional_vlan_reference),
    related_contact_information: values.related_contact_information.map((contact) => ({
      ...contact,
      ...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, plainValue(field, contact[field])])),
    })),
  };
  return withFieldsFrom(values, plain, keys);
}
