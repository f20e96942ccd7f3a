import type { FieldPath } from '~/domain/fields/field-paths';

/** How many digits a text has after it lost the zero in front. */
const DIGITS_LEFT: Readonly<Record<string, number>> = {
  siret: 13,
  postcode: 4,
  insee_code: 4,
  contact1_phone_number: 9,
  contact2_phone_number: 9,
};

/** The text with the zero that a spreadsheet took off a code; null for a text that lost none. */
export function withLostZero(field: FieldPath, text: string): string | null {
  const left = DIGITS_LEFT[field.split('.').at(-1) ?? ''];
  const digits = text.replaceAll(/\s/g, '');
  return left !== undefined && /^[1-9]\d*$/.test(digits) && digits.length === left ? `0${digits}` : null;
}
