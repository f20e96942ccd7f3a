import type { FieldPath } from '~/domain/fields/field-paths';
import { readablePhone } from '~/domain/fields/french-phone';
import type { Formats } from '~/i18n/formats';

const SIRET = /^(\d{3})(\d{3})(\d{3})(\d{5})$/;

/** A value as it is read aloud: a day in words, the digits of a phone or SIRET number in groups. For reading only. */
export function readableValue(
  key: FieldPath,
  value: string,
  { dayInWords }: Pick<Formats, 'dayInWords'>,
): string {
  if (key === 'scheduled_delivery_date') return dayInWords(value) || value;
  if (key.endsWith('_phone_number')) return readablePhone(value);
  return key.endsWith('.siret') ? value.replace(SIRET, '$1 $2 $3 $4') : value;
}
