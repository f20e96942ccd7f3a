/** Signs that people write between the digits of a phone number. */
const SEPARATORS = /[\s.,\-/()]/g;
/** The trunk prefix of a number in its international form, as in +33 (0)6 that is not dialled. */
const TRUNK_PREFIX = /^((?:\+|00)\s?\d{1,3}[\s.-]*)\(0\)/;

/** What is dialled of a phone number: without separators, and without the "(0)" after a country code. */
export function phoneDigits(phone: string): string {
  return phone.trim().replace(TRUNK_PREFIX, '$1').replaceAll(SEPARATORS, '');
}

/**
 * A phone number as it is read in France: pairs of digits for a French one (06 12 34 56 78, +33 6 12 34 56 78). Any other
 * is given back as it is. For reading only: what is stored and sent stays as it was typed.
 */
export function readablePhone(phone: string): string {
  const found = /^(0|\+33|0033)([1-9])(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phoneDigits(phone));
  if (!found) return phone;
  const [, prefix, first, ...pairs] = found;
  return `${prefix === '0' ? '0' : '+33 '}${first} ${pairs.join(' ')}`;
}
