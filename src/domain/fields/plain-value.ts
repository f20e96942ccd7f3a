import { CONTACT_FIELDS } from '~/contract/contact';
import { SCALAR_FIELDS, type LineValues } from '~/contract/order-line';
import { fieldName, withFieldsFrom, type FieldPath, type FieldValue } from './field-paths';
import { withoutInvisible } from './invisible-marks';

type ToPlain = (text: string) => string;

/** Hyphens and dashes of any length, and the minus sign of typesetting. */
const DASHES = /[\u2010-\u2015\u2212]/g;
const withPlainSigns: ToPlain = (text) => text.replaceAll(DASHES, '-').replaceAll(/\s/g, ' ');

const PHONE_LABEL =
  /^(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|gsm|phone|fixe)[\s.]*(?::\s*|(?=[+\d]))(?=\D?\d)/iu;
const EMAIL_LABEL = /^(?:mailto|e-?mail|mail|courriel|m[ée]l)\s*:\s*/iu;
const SIRET_LABEL = /^(?:n°\s*)?siret\s*(?:n°\s*)?:?\s*(?=\d)/i;
const INSEE_LABEL = /^(?:code\s+)?insee\s*:?\s*(?=\d)/i;
const VLAN_LABEL = /^vlan\s*:?\s*(?=\d)/i;
const COORDINATE_LABEL = /^(?:lat|lon|lng)[a-z]*\.?\s*:?\s*(?=[+\-\d])/i;

/** A name and the address of that person in angle brackets, as mail programs copy them. */
const NAMED_EMAIL = /^([^<>]*?)\s*<(?:mailto:)?([^<>\s@]+@[^<>\s@]+)>[\s.,;]*$/i;

const postcode: ToPlain = (text) =>
  /^(?:FR?\s*-?\s*)?(\d{2})[ .-]?(\d{3})$/i.exec(withPlainSigns(text))?.slice(1).join('') ?? text;
const phone: ToPlain = (text) => withPlainSigns(text).replace(PHONE_LABEL, '');
const siret: ToPlain = (text) => withPlainSigns(text).replace(SIRET_LABEL, '');
const identifier: ToPlain = (text) => text;

function email(text: string): string {
  const [, name = '', address = ''] = NAMED_EMAIL.exec(text) ?? [];
  const isOne = address !== '' && (!name.includes('@') || name === address);
  const bare = (isOne ? address : text).replace(EMAIL_LABEL, '');
  return bare.includes('@') ? bare.replace(/[\s.,;]+$/, '') : bare;
}

function insee(text: string): string {
  const bare = withPlainSigns(text).replace(INSEE_LABEL, '');
  return /^[\dAB .-]{5,7}$/i.test(bare) ? bare.replaceAll(/[ .-]/g, '') : bare;
}

/** A whole number as spreadsheets write it: "1 257" and "1257,00" are 1257. */
function vlan(text: string): string {
  const bare = additionalVlan(text);
  return /^\d [0-9]{3}$/.test(bare) ? bare.replace(' ', '') : bare;
}

/** The API's field is text, and "1 257" may be two VLANs here. */
function additionalVlan(text: string): string {
  return withPlainSigns(text)
    .replace(VLAN_LABEL, '')
    .replace(/^([\d ]+)[.,]0+$/, '$1');
}

/**
 * A coordinate in degrees with its sign: south and west (also "O" for the French "ouest") are negative. `sides` are the
 * first letters of the directions that the coordinate knows.
 */
function coordinate(sides: string): ToPlain {
  const side = `([${sides}](?:ord|orth|ud|outh|st|ast|uest|est)?)?`;
  const pattern = new RegExp(`^${side}\\s*([+-])?\\s*(\\d+(?:[.,]\\d+)?)\\s*°?\\s*${side}$`, 'i');
  return (text) => {
    const bare = withPlainSigns(text).replace(COORDINATE_LABEL, '');
    const [, before = '', sign = '', degrees = '', after = ''] = pattern.exec(bare) ?? [];
    if (degrees === '' || (before !== '' && after !== '')) return bare;
    const isNegative = sign === '-' || /^[SOW]/i.test(before + after);
    return isNegative ? `-${degrees}` : degrees;
  };
}

const TO_PLAIN: Readonly<Record<string, ToPlain>> = {
  postcode,
  contact1_phone_number: phone,
  contact2_phone_number: phone,
  contact1_email_address: email,
  contact2_email_address: email,
  siret,
  insee_code: insee,
  vlan_reference: vlan,
  additional_vlan_reference: additionalVlan,
  latitude: coordinate('NS'),
  longitude: coordinate('EWO'),
  enni: identifier,
  enni_2: identifier,
  product_offering_id: identifier,
  product_offering_qualification_item_id: identifier,
  offer_family: identifier,
  offer_technology: identifier,
  option_ids: identifier,
  quote_item_id: identifier,
  billing_site_ref: identifier,
  cpe_networking_number: identifier,
  cpe_serial_number: identifier,
};

/**
 * The plain form of a typed or pasted value of a field with a known format, and of an identifier: without invisible
 * marks, labels and outer spaces ("F-76 000" is "76000", "tel: 06…" is "06…"). Any other field keeps its text to the
 * letter.
 */
export function plainValue(key: FieldPath, text: string): string {
  const toPlain = TO_PLAIN[fieldName(key)];
  return toPlain ? toPlain(withoutInvisible(text)) : text;
}

/** The options without invisible marks, each once. */
export function plainOptions(options: readonly string[]): string[] {
  return [...new Set(options.map((option) => plainValue('option_ids', option)))].filter(
    (option) => option !== '',
  );
}

/** A line with the plain values of the fields in `keys`. */
export function withPlainFields(values: LineValues, keys: readonly FieldPath[]): LineValues {
  const plain: LineValues = {
    ...values,
    ...Object.fromEntries(SCALAR_FIELDS.map((field) => [field, plainField(field, values[field])])),
    related_contact_information: values.related_contact_information.map((contact) => ({
      ...contact,
      ...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, plainValue(field, contact[field])])),
    })),
  };
  return withFieldsFrom(values, plain, keys);
}

function plainField(key: FieldPath, value: FieldValue): FieldValue {
  if (typeof value === 'string') return plainValue(key, value);
  return Array.isArray(value) ? plainOptions(value) : value;
}
