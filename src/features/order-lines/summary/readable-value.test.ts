import { expect, it } from 'vitest';
import { createFormats } from '~/i18n/formats';
import { readableValue } from './readable-value';

const SITE = 'related_contact_information.0';

it.each([
  ['scheduled_delivery_date', '2026-09-21', 'Monday 21 September 2026', 'lundi 21 septembre 2026'],
  ['scheduled_delivery_date', 'soon', 'soon', 'soon'],
  [`${SITE}.contact1_phone_number`, '0199001234', '01 99 00 12 34', '01 99 00 12 34'],
  [`${SITE}.contact2_phone_number`, '+44 20 7946 0000', '+44 20 7946 0000', '+44 20 7946 0000'],
  [`${SITE}.siret`, '73282932000074', '732 829 320 00074', '732 829 320 00074'],
  [`${SITE}.siret`, '7328293200007', '7328293200007', '7328293200007'],
  ['note', '73282932000074', '73282932000074', '73282932000074'],
])('%s %j reads %j, %j', (key, value, english, french) => {
  expect(readableValue(key, value, createFormats('en')).replace(',', '')).toBe(english);
  expect(readableValue(key, value, createFormats('fr'))).toBe(french);
});
