import { describe, expect, it } from 'vitest';
import { emptyContact } from '~/contract/contact';
import { emptyLineValues } from '~/contract/order-line';
import { readablePhone } from './french-phone';
import {
  checkAdditionalVlan,
  checkCoordinates,
  checkDeliveryDate,
  checkDepartment,
  checkEmail,
  checkFormat,
  checkInsee,
  checkLatitude,
  checkLongitude,
  checkPhone,
  checkPostcode,
  checkSiret,
  checkVlan,
  type FormatCode,
  type FormatFinding,
} from './field-validation';

const GOOD = null;
const wrong = (code: FormatCode): FormatFinding => ({ severity: 'error', code });
const doubtful = (code: FormatCode): FormatFinding => ({ severity: 'warning', code });

it.each([
  ['John.Doe@unknown.com', GOOD],
  ['a+b@sub.example.fr', GOOD],
  ['élise@société.fr', GOOD],
  [' jane@example.com ', GOOD],
  ['jane', wrong('email')],
  ['jane@example', wrong('email')],
  ['jane@example.', wrong('email')],
  ['@example.com', wrong('email')],
  ['jane@@example.com', wrong('email')],
  ['jane doe@example.com', wrong('email')],
  ['a@b.fr, c@d.fr', wrong('email')],
])('the e-mail %j is checked', (value, finding) => {
  expect(checkEmail(value)).toEqual(finding);
});

it.each([
  ['0123456789', GOOD],
  ['01 23 45 67 89', GOOD],
  ['06.12.34.56.78', GOOD],
  ['01-23-45-67-89', GOOD],
  ['+33 1 23 45 67 89', GOOD],
  ['0033 6 12 34 56 78', GOOD],
  ['+32 470 12 34 56', GOOD],
  ['0044 20 7946 0958', GOOD],
  ['+1 (415) 555-2671', GOOD],
  ['+262 262 12 34 56', GOOD],
  ['3631', doubtful('phone')],
  ['012345678', doubtful('phone')],
  ['01234567890', doubtful('phone')],
  ['+33 12 34', doubtful('phone')],
  ['+33 (0)1 23 45 67 89', GOOD],
  ['0033 (0)6 12 34 56 78', GOOD],
  ['+44 (0)20 7946 0958', GOOD],
  ['+330612345678', doubtful('phone')],
  ['06,12,34,56,78', GOOD],
  ['123', wrong('phone')],
  ['+', wrong('phone')],
  ['ask Jane', wrong('phone')],
  ['0123456789 ext. 4', doubtful('phone')],
])('the phone %j is checked', (value, finding) => {
  expect(checkPhone(value)).toEqual(finding);
});

it.each([
  ['76130', GOOD],
  ['01000', GOOD],
  ['20000', GOOD],
  ['97400', GOOD],
  ['7613', wrong('postcode')],
  ['761300', wrong('postcode')],
  ['2A004', wrong('postcode')],
  ['76 130', wrong('postcode')],
])('the postcode %j is checked', (value, finding) => {
  expect(checkPostcode(value)).toEqual(finding);
});

it.each([
  ['76451', GOOD],
  ['01053', GOOD],
  ['2A004', GOOD],
  ['2B033', GOOD],
  ['2b033', GOOD],
  ['97411', GOOD],
  ['2C004', wrong('insee')],
  ['A2004', wrong('insee')],
  ['7645', wrong('insee')],
  ['764511', wrong('insee')],
  ['2A0O4', wrong('insee')],
])('the INSEE code %j is checked', (value, finding) => {
  expect(checkInsee(value)).toEqual(finding);
});

it.each([
  ['76130', '76451', GOOD],
  ['01000', '01053', GOOD],
  ['20000', '2A004', GOOD],
  ['20200', '2B033', GOOD],
  ['97400', '97411', GOOD],
  ['97133', '97701', GOOD],
  ['97150', '97801', GOOD],
  ['98714', '98735', GOOD],
  ['98800', '98735', doubtful('insee-department')],
  ['97500', '97502', GOOD],
  ['97600', '97608', GOOD],
  ['75001', '76451', doubtful('insee-department')],
  ['97100', '97411', doubtful('insee-department')],
  ['76130', '2A004', doubtful('insee-department')],
  ['', '76451', GOOD],
  ['7613', '01053', GOOD],
  ['76130', '', GOOD],
])('the postcode %j beside the INSEE code %j is checked', (postcode, insee, finding) => {
  expect(checkDepartment(postcode, insee)).toEqual(finding);
});

it.each([
  ['73282932000074', GOOD],
  ['732 829 320 00074', GOOD],
  ['35600000000048', GOOD],
  ['35600000049837', GOOD],
  ['73282932000075', doubtful('siret-key')],
  ['35600000049838', doubtful('siret-key')],
  ['00000000000000', doubtful('siret-zeros')],
  ['732829320', wrong('siret-length')],
  ['732829320000741', wrong('siret-length')],
  ['7328293200007A', wrong('siret-length')],
])('the SIRET %j is checked', (value, finding) => {
  expect(checkSiret(value)).toEqual(finding);
});

it.each([
  ['1', GOOD],
  ['1257', GOOD],
  ['4094', GOOD],
  ['0', wrong('vlan')],
  ['4095', wrong('vlan')],
  ['-1', wrong('vlan')],
  ['1.5', wrong('vlan')],
  ['1e3', wrong('vlan')],
  ['12 and 13', wrong('vlan')],
])('the VLAN %j is checked', (value, finding) => {
  expect(checkVlan(value)).toEqual(finding);
});

it.each([
  ['1258', GOOD],
  ['1258, 1259', doubtful('vlan-text')],
  ['1258-1260', doubtful('vlan-text')],
  ['1 258', doubtful('vlan-text')],
  ['1258 (voix)', doubtful('vlan-text')],
  ['4095', wrong('vlan')],
  ['none', wrong('vlan')],
])('the additional VLAN %j is checked', (value, finding) => {
  expect(checkAdditionalVlan(value)).toEqual(finding);
});

it.each([
  ['49.4744077', GOOD, GOOD],
  ['-21.1', GOOD, GOOD],
  ['0', GOOD, GOOD],
  ['1e-7', GOOD, GOOD],
  ['90', GOOD, GOOD],
  ['-90', GOOD, GOOD],
  ['90.1', wrong('latitude'), GOOD],
  ['180', wrong('latitude'), GOOD],
  ['-180', wrong('latitude'), GOOD],
  ['180.1', wrong('latitude'), wrong('longitude')],
  ['49,47', null, null],
  ['49° N', wrong('latitude'), wrong('longitude')],
])('the coordinate %j is checked as latitude and as longitude', (value, latitude, longitude) => {
  expect(checkLatitude(value)).toEqual(latitude);
  expect(checkLongitude(value)).toEqual(longitude);
});

it.each([
  ['Rouen', '49.44', '1.09', GOOD],
  ['Brest', '48.39', '-4.48', GOOD],
  ['Ajaccio', '41.92', '8.74', GOOD],
  ['Saint-Denis, Réunion', '-20.88', '55.45', GOOD],
  ['Cayenne', '4.92', '-52.31', GOOD],
  ['Pointe-à-Pitre', '16.24', '-61.53', GOOD],
  ['Mamoudzou', '-12.78', '45.23', GOOD],
  ['Nouméa', '-22.27', '166.44', GOOD],
  ['Papeete', '-17.53', '-149.57', GOOD],
  ['Rouen the other way round', '1.09', '49.44', doubtful('coordinates-swapped')],
  ['Réunion the other way round', '55.45', '-20.88', doubtful('coordinates-swapped')],
  ['nowhere', '0', '0', doubtful('coordinates-abroad')],
  ['London', '51.51', '-0.13', doubtful('coordinates-abroad')],
  ['half a place', '1.09', '', GOOD],
  ['half a place', '1.09', ' ', GOOD],
  ['what is no number', 'x', '49.44', GOOD],
  ['what is no number', '1.09', 'x', GOOD],
])('the coordinates of %s (%j, %j) are checked', (_, latitude, longitude, finding) => {
  expect(checkCoordinates(latitude, longitude)).toEqual(finding);
});

it.each([
  ['0612345678', '06 12 34 56 78'],
  ['01.99.00.12.34', '01 99 00 12 34'],
  ['+33612345678', '+33 6 12 34 56 78'],
  ['0033 6 12345678', '+33 6 12 34 56 78'],
  ['06 12 34 56 78', '06 12 34 56 78'],
  ['+33 (0)6 12 34 56 78', '+33 6 12 34 56 78'],
  ['06,12,34,56,78', '06 12 34 56 78'],
  ['+32 470 12 34 56', '+32 470 12 34 56'],
  ['3631', '3631'],
  ['', ''],
])('the phone %j is read as %s', (typed, readable) => {
  expect(readablePhone(typed)).toBe(readable);
});

it.each([
  ['2025-09-21', GOOD],
  ['2025-06-01', GOOD],
  ['2028-02-29', GOOD],
  ['2025-09-21T10:00:00+02:00', GOOD],
  ['2025-05-31', doubtful('date-past')],
  ['2027-02-29', wrong('date')],
  ['2026-02-30', wrong('date')],
  ['2026-13-01', wrong('date')],
  ['2026-00-10', wrong('date')],
  ['21/09/2025', doubtful('date')],
  ['2025-9-21', doubtful('date')],
  ['2025-09-21 or later', doubtful('date')],
  ['soon', doubtful('date')],
  ['2025-09-21T00:00:00+02:00', null],
  ['2025-09-21 00:00:00', null],
  ['2025-05-31T00:00:00Z', doubtful('date-past')],
  ['0027-09-21T00:00:00Z', wrong('date')],
  ['+012025-09-21', doubtful('date')],
])('the delivery date %j is checked on 1 June 2025', (value, finding) => {
  expect(checkDeliveryDate(value, '2025-06-01')).toEqual(finding);
});

describe('the format of a field', () => {
  const CONTACTS = 'related_contact_information';
  const values = {
    ...emptyLineValues(),
    related_contact_information: [
      { ...emptyContact(), postcode: '76130' },
      { ...emptyContact(), postcode: '75001' },
    ],
  };
  const check = (path: (string | number)[], value: string) =>
    checkFormat(path.join('.'), value, values, '2025-06-01');

  it.each([
    [['vlan_reference'], '0', wrong('vlan')],
    [['additional_vlan_reference'], '4095', wrong('vlan')],
    [['scheduled_delivery_date'], '2025-05-31', doubtful('date-past')],
    [[CONTACTS, 0, 'siret'], '1', wrong('siret-length')],
    [[CONTACTS, 0, 'contact1_email_address'], 'x', wrong('email')],
    [[CONTACTS, 0, 'contact2_email_address'], 'x', wrong('email')],
    [[CONTACTS, 0, 'contact1_phone_number'], 'x', wrong('phone')],
    [[CONTACTS, 1, 'contact2_phone_number'], '3631', doubtful('phone')],
    [[CONTACTS, 0, 'postcode'], 'x', wrong('postcode')],
    [[CONTACTS, 0, 'insee_code'], 'x', wrong('insee')],
    [[CONTACTS, 0, 'latitude'], '91', wrong('latitude')],
    [[CONTACTS, 0, 'longitude'], '181', wrong('longitude')],
  ])('at %j is found', (path, value, finding) => {
    expect(check(path, value)).toEqual(finding);
    expect(check(path, '')).toBeNull();
  });

  it("of a latitude compares its own contact's longitude", () => {
    const swapped = {
      ...values,
      related_contact_information: [
        { ...emptyContact(), longitude: '49.44' },
        { ...emptyContact(), longitude: '1.09' },
      ],
    };
    const checkAt = (site: number) =>
      checkFormat(`${CONTACTS}.${site}.latitude`, '1.09', swapped, '2025-06-01');
    expect(checkAt(0)).toEqual(doubtful('coordinates-swapped'));
    expect(checkAt(1)).toEqual(doubtful('coordinates-abroad'));
    expect(checkAt(2)).toBeNull();
  });

  it("of an INSEE code goes by its own contact's postcode", () => {
    expect(check([CONTACTS, 0, 'insee_code'], '76451')).toBeNull();
    expect(check([CONTACTS, 1, 'insee_code'], '76451')).toEqual(doubtful('insee-department'));
    expect(check([CONTACTS, 2, 'insee_code'], '76451')).toBeNull();
  });

  it.each([[['note']], [['postcode']], [['enni']], [[CONTACTS, 0, 'city']], [[CONTACTS]], [[]]])(
    'is free at %j',
    (path) => {
      expect(check(path, 'anything at all')).toBeNull();
    },
  );
});
