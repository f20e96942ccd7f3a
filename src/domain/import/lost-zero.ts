import { fieldName, type FieldPath } from '~/domain/fields/field-paths';

/** How many digits a text has after it lost the zero in front. */
const DIGITS_LEFT: Readonly<Record<string, number>> = {
  siret: 13,
  postcode: 4,
  insee_code: 4,
  contact1_phone_number: 9,
  contact2_phone_number: 9,
};

/** Whether the values of a field may begin with a zero that a spreadsheet takes. */
export function mayLoseZero(field: FieldPath): boolean {
  return digitsLeft(field) !== undefined;
}

/** The text with the zero that a spreadsheet took off a code; null for a text that lost none. */
export function withLostZero(field: FieldPath, text: string): string | null {
  const digits = text.replaceAll(/\s/g, '');
  return /^[1-9]\d*$/.test(digits) && digits.length === digitsLeft(field) ? `0${digits}` : null;
}

function digitsLeft(field: FieldPath): number | undefined {
  return DIGITS_LEFT[fieldName(field)];
}
