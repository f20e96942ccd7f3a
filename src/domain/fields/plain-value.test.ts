import { expect, it } from 'vitest';
import { emptyContact } from '~/contract/contact';
import { emptyLineValues } from '~/contract/order-line';
import { checkFormat } from './field-validation';
import { plainValue, withPlainFields } from './plain-value';

const SITE = 'related_contact_information.0.';

/** Per kind of field: what is typed or pasted, and its plain value. */
const PLAIN: Readonly<Record<string, readonly (readonly [typed: string, plain: string])[]>> = {
  [`${SITE}postcode`]: [
    ['76 000', '76000'],
    ['76.000', '76000'],
    ['76\u00A0000', '76000'],
    ['F-76000', '76000'],
    ['F–76 000', '76000'],
    ['FR 76000', '76000'],
    ['\u061C76000', '76000'],
    ['7613', '7613'],
    ['76 000 Rouen', '76 000 Rouen'],
  ],
  [`${SITE}contact1_phone_number`]: [
    ['tel: 06 12 34 56 78', '06 12 34 56 78'],
    ['tel:+33612345678', '+33612345678'],
    ['Tél. 06 12 34 56 78', '06 12 34 56 78'],
    ['\u202A06 12 34 56 78\u202C', '06 12 34 56 78'],
    ['06\u00A012\u202F34 56 78', '06 12 34 56 78'],
    ['06–12—34‑56−78', '06-12-34-56-78'],
    ['06/12/34/56/78', '06/12/34/56/78'],
    ['06,12,34,56,78', '06,12,34,56,78'],
    ['+33 (0)6 12 34 56 78', '+33 (0)6 12 34 56 78'],
    ['ask Jane', 'ask Jane'],
  ],
  [`${SITE}contact2_email_address`]: [
    ['mailto:jane@x.fr', 'jane@x.fr'],
    ['E-mail : jane@x.fr', 'jane@x.fr'],
    ['<jane@x.fr>', 'jane@x.fr'],
    ['Jane <jane@x.fr>', 'jane@x.fr'],
    ['"Doe, Jane" <jane@x.fr>;', 'jane@x.fr'],
    ['jane@x.fr <mailto:jane@x.fr>', 'jane@x.fr'],
    ['jane@x.fr.', 'jane@x.fr'],
    ['jane@x.fr;', 'jane@x.fr'],
    ['jo@x.fr <jane@x.fr>', 'jo@x.fr <jane@x.fr>'],
    ['Jo <jo@x.fr>, Jane <jane@x.fr>', 'Jo <jo@x.fr>, Jane <jane@x.fr>'],
    ['<img src=x>', '<img src=x>'],
    ['ask Jane.', 'ask Jane.'],
  ],
  [`${SITE}siret`]: [
    ['\u202A73282932000074\u202C', '73282932000074'],
    ['SIRET : 732 829 320 00074', '732 829 320 00074'],
    ['N° SIRET 73282932000074', '73282932000074'],
    ['732\u00A0829\u00A0320\u00A000074', '732 829 320 00074'],
    ['732829320 – 00074', '732829320 - 00074'],
  ],
  [`${SITE}insee_code`]: [
    ['76 451', '76451'],
    ['76.451', '76451'],
    ['INSEE 76451', '76451'],
    ['Code INSEE : 2A004', '2A004'],
    ['7645', '7645'],
  ],
  [`${SITE}latitude`]: [
    ['49.4744° N', '49.4744'],
    ['N 49,4744', '49,4744'],
    ['+49.47', '49.47'],
    ['20.88° S', '-20.88'],
    ['Lat : 49.47', '49.47'],
    ['48.39° E', '48.39° E'],
    ['1e-7', '1e-7'],
  ],
  [`${SITE}longitude`]: [
    ['−1.09', '-1.09'],
    ['–1,09', '-1,09'],
    ['1.09° O', '-1.09'],
    ['1.09° Ouest', '-1.09'],
    ['1.09 W', '-1.09'],
    ['-1.09° W', '-1.09'],
    ['1.09 est', '1.09'],
    ['+1.09', '1.09'],
    ['W 1.09 E', 'W 1.09 E'],
    ['1.09 x', '1.09 x'],
  ],
  vlan_reference: [
    ['VLAN 1257', '1257'],
    ['VLAN : 1257', '1257'],
    ['1 257', '1257'],
    ['1\u202F257', '1257'],
    ['1257,00', '1257'],
    ['1257.0', '1257'],
    ['1.257', '1.257'],
    ['12 13', '12 13'],
  ],
  additional_vlan_reference: [
    ['VLAN 1258', '1258'],
    ['1258,00', '1258'],
    ['1 258', '1 258'],
    ['1258, 1259', '1258, 1259'],
    ['1258–1260', '1258-1260'],
  ],
  enni: [
    ['\u202AAZ001234\u202C', 'AZ001234'],
    [' AZ 001–234 ', 'AZ 001–234'],
  ],
  product_offering_id: [['\u200B2173\uFEFF', '2173']],
  option_ids: [['\u202D7021\u202C', '7021']],
  note: [[' tel: 06\u202A ', ' tel: 06\u202A ']],
  end_customer_name: [['\u202EDupont', '\u202EDupont']],
};

it.each(Object.entries(PLAIN))('typed values of %s become plain', (key, rows) => {
  expect(rows.map(([typed]) => plainValue(key, typed))).toEqual(rows.map(([, plain]) => plain));
  for (const [, plain] of rows) expect(plainValue(key, plain)).toBe(plain);
});

it('the plain fields of a line are those asked for', () => {
  const [enni, options] = ['\u202AAZ1\u202C', ['\u202D7021\u202C', '7021', '\u200B']];
  const values = { ...emptyLineValues(), enni, enni_2: enni, option_ids: options };
  const plain = withPlainFields(values, ['enni', 'option_ids']);
  expect(plain).toEqual({ ...values, enni: 'AZ1', option_ids: ['7021'] });
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
  [`${SITE}contact1_phone_number`, '06—12—34—56—78', 'none'],
  [`${SITE}contact1_phone_number`, '06,12,34,56,78', 'none'],
  [`${SITE}contact1_phone_number`, '+33 (0)6 12 34 56 78', 'none'],
  [`${SITE}contact1_email_address`, 'Jane <jane@x.fr>', 'none'],
  [`${SITE}contact1_email_address`, 'jane@x.fr.', 'none'],
  [`${SITE}insee_code`, 'INSEE 76451', 'none'],
  [`${SITE}siret`, '732829320 – 00074', 'none'],
  [`${SITE}siret`, '\u202A73282932000074\u202C', 'none'],
  [`${SITE}siret`, '732.829.320.00074', 'none'],
  [`${SITE}postcode`, '76 000', 'none'],
  [`${SITE}postcode`, 'F-76000', 'none'],
  [`${SITE}postcode`, '76.000', 'none'],
  ['vlan_reference', '\u202A12\u202C', 'none'],
  ['vlan_reference', '1 257', 'none'],
  ['vlan_reference', '1257,00', 'none'],
  ['additional_vlan_reference', '1258, 1259', 'warning'],
  ['additional_vlan_reference', '1258–1260', 'warning'],
  [`${SITE}longitude`, '1.09° O', 'none'],
  [`${SITE}latitude`, '+49.47', 'none'],
  [`${SITE}latitude`, '49.4744°', 'none'],
])('the format check of %s %j finds: %s', (key, value, severity) => {
  expect(severityOf(key, value)).toBe(severity);
});
