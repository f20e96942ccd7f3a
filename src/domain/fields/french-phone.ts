/**
 * A phone number as it is read in France: pairs of digits for a French one (06 12 34 56 78, +33 6 12 34 56 78). Any other
 * is given back as it is. For reading only: what is stored and sent stays as it was typed.
 */
export function readablePhone(phone: string): string {
  const digits = phone.replaceAll(/[\s.\-/()]/g, '');
  const found = /^(0|\+33|0033)([1-9])(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(digits);
  if (!found) return phone;
  const [, prefix, first, ...pairs] = found;
  return `${prefix === '0' ? '0' : '+33 '}${first} ${pairs.join(' ')}`;
}
