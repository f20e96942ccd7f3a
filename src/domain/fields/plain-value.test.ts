import { expect, it } from 'vitest';
import { emptyContact } from '~/contract/contact';
import { emptyLineValues } from '~/contract/order-line';
import { checkFormat } from './field-validation';
import { plainValue } from './plain-value';

const SITE = 'related_contact_information.0.';

it.each([
  [`${SITE}postcode`, '76 000', '76000'],
  [`${SITE}postcode`, 'F-76000', '76000'],
  [`${SITE}postcode`, 'FR 76000', '76000'],
  [`${SITE}postcode`, '76\u00A0000', '76000'],
  [`${SITE}postcode`, '7613', '7613'],
  [`${SITE}contact1_phone_number`, 'tel: 06 12 34 56 78', '06 12 34 56 78'],
  [`${SITE}contact1_phone_number`, 'tel:+33612345678', '+33612345678'],
  [`${SITE}contact1_phone_number`, 'Tél. 06 12 34 56 78', '06 12 34 56 78'],
  [`${SITE}contact2_phone_number`, '\u202A06 12 34 56 78\u202C', '06 12 34 56 78'],
  [`${SITE}contact1_phone_number`, '06/12/34/56/78', '06/12/34/56/78'],
  [`${SITE}contact1_phone_number`, 'ask Jane', 'ask Jane'],
  [`${SITE}contact1_email_address`, 'mailto:jane@example.com', 'jane@example.com'],
  [`${SITE}contact1_email_address`, '<jane@example.com>', 'jane@example.com'],
  [`${SITE}contact1_email_address`, '<img src=x>', '<img src=x>'],
  [`${SITE}siret`, '\u202A73282932000074\u202C', '73282932000074'],
  [`${SITE}siret`, 'SIRET : 732 829 320 00074', '732 829 320 00074'],
  [`${SITE}insee_code`, '76 451', '76451'],
  [`${SITE}latitude`, '49.4744° N', '49.4744'],
  [`${SITE}longitude`, '−1.09', '-1.09'],
  ['vlan_reference', 'VLAN 1257', '1257'],
  ['note', ' tel: 06\u202A ', ' tel: 06\u202A '],
  ['end_customer_name', '\u202EDupont', '\u202EDupont'],
])('the plain value of %s %j is %j', (key, text, plain) => {
  expect(plainValue(key, text)).toBe(plain);
  expect(plainValue(key, plain)).toBe(plain);
});

const severityOf = (key: string, value: string) => {
  const values = { ...emptyLineValues(), related_contact_information: [emptyContact()] };
  return checkFormat(key, value, values, '2026-03-02')?.severity ?? 'none';
};

it.each([
  [`${SITE}contact1_phone_number`, '06/12/34/56/78', 'none'],
  [`${SITE}contact1_phone_number`, '06 12 34 56 78 (poste 12)', 'warning'],
  [`${SITE}contact1_phone_number`, '0123456789 ext. 4', 'warning'],
  [`${SITE}contact1_phone_number`, '06 12 34 56 78 / 06 99 88 77 66', 'warning'],
  [`${SITE}contact1_phone_number`, 'tel: 06 12 34 56 78', 'none'],
  [`${SITE}contact1_phone_number`, '+33\u202D612345678\u202C', 'none'],
  [`${SITE}contact1_phone_number`, 'ask Jane', 'error'],
  [`${SITE}siret`, '\u202A73282932000074\u202C', 'none'],
  [`${SITE}siret`, '732.829.320.00074', 'none'],
  [`${SITE}postcode`, '76 000', 'none'],
  [`${SITE}postcode`, 'F-76000', 'none'],
  ['vlan_reference', '\u202A12\u202C', 'none'],
  [`${SITE}latitude`, '49.4744°', 'none'],
])('the format check of %s %j finds: %s', (key, value, severity) => {
  expect(severityOf(key, value)).toBe(severity);
});
