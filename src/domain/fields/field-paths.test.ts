import { describe, expect, it } from 'vitest';
import { emptyContact } from '~/contract/contact';
import { readPropertyPath } from '~/contract/property-path';
import { emptyLineValues, LINE_FIELDS, SCALAR_FIELDS } from '~/contract/order-line';
import { CONTACT_TABLE, CREATION_TABLE } from '~/contract/samples/tables';
import { fieldOfPath, isSameField, fieldPathOf, lineFieldValues, withFieldsFrom } from './field-paths';

const SITE = 'related_contact_information.0';
const withSites = (...cities: string[]) => ({
  ...emptyLineValues(),
  related_contact_information: cities.map((city) => ({ ...emptyContact(), city })),
});

describe('the fields of a line', () => {
  it("are the creation table and each contact's table", () => {
    const scalars = CREATION_TABLE.filter(({ type }) => type !== 'array').map(({ name }) => name);
    const expected = [
      ...scalars,
      'option_ids',
      ...['0', '1'].flatMap((index) =>
        CONTACT_TABLE.map(({ name }) => `related_contact_information.${index}.${name}`),
      ),
    ];
    expect([...lineFieldValues(withSites('Rouen', 'Lyon')).keys()].toSorted()).toEqual(expected.toSorted());
  });

  it('belong each to its field', () => {
    for (const key of lineFieldValues(withSites('Rouen')).keys()) {
      expect(LINE_FIELDS).toContain(fieldOfPath(key));
    }
    expect(fieldOfPath(`${SITE}.siret`)).toBe('related_contact_information');
    expect(fieldOfPath('state')).toBeNull();
    expect(fieldOfPath('')).toBeNull();
  });
});

describe('the field that a path names', () => {
  it.each(SCALAR_FIELDS)('is the field itself: %s', (field) => {
    expect(fieldPathOf([field])).toBe(field);
  });

  it.each([
    ['related_contact_information[0].siret', `${SITE}.siret`],
    ['related_contact_information/0/siret', `${SITE}.siret`],
    ['/related_contact_information/1/city', 'related_contact_information.1.city'],
    ['related_contact_information.siret', `${SITE}.siret`],
    [['body', 'related_contact_information', 0, 'siret'], `${SITE}.siret`],
    ['product_order_item[1].enni', 'enni'],
    ['product_order_item.0.related_contact_information.0.siret', `${SITE}.siret`],
    ['product_order.product_order_item[0].enni2', 'enni_2'],
    ['enni2', 'enni_2'],
    ['cpe_network_number', 'cpe_networking_number'],
    ['option_ids[2]', 'option_ids'],
    // A contact's field on its own is the first site's.
    ['siret', `${SITE}.siret`],
    ['contact1_phone_number', `${SITE}.contact1_phone_number`],
    // Both a line and a contact have an end customer: on its own it is the line's.
    ['end_customer_name', 'end_customer_name'],
    [['product_order_item', 0, 'siret'], `${SITE}.siret`],
  ])('%j is %s', (path, key) => {
    expect(fieldPathOf(readPropertyPath(path))).toBe(key);
  });

  it.each([
    '',
    'state',
    'related_contact_information',
    'related_contact_information[0]',
    'related_contact_information[0].unheard_of',
    'product_order_item[0]',
  ])('is none for %j', (path) => {
    expect(fieldPathOf(readPropertyPath(path))).toBeNull();
  });
});

describe('two values of a field', () => {
  it.each([
    ['note', '', undefined, true],
    ['note', 'a', 'a ', false],
    ['note', 'é', 'e\u0301', true],
    ['option_ids', ['é'], ['e\u0301'], true],
    ['note', '7', '7.0', false],
    ['vlan_reference', '7', '7.0', true],
    ['vlan_reference', '0', '', false],
    ['vlan_reference', '0', ' ', false],
    [`${SITE}.latitude`, '49.10', '49.1', true],
    [`${SITE}.siret`, '01', '1', false],
    ['scheduled_delivery_date', '2025-09-21', '2025-09-21T00:00:00+02:00', true],
    ['scheduled_delivery_date', '2025-09-21', '2025-09-21 00:00:00', true],
    ['scheduled_delivery_date', '2025-09-21', '2025-09-20T00:00:00+02:00', false],
    ['scheduled_delivery_date', '2025-09-21', '2025-09-21T08:00:00+02:00', false],
    ['scheduled_delivery_date', '2025-09-21', '', false],
    ['siret_known', null, undefined, true],
    ['siret_known', false, null, false],
    ['option_ids', ['1', '2'], ['1', '2'], true],
    ['option_ids', ['1', '2'], ['2', '1'], false],
    ['option_ids', [], undefined, true],
  ])('of %s, %j and %j, are the same: %s', (key, a, b, same) => {
    expect(isSameField(key, a, b)).toBe(same);
    expect(isSameField(key, b, a)).toBe(same);
  });
});

describe('taking fields from another line', () => {
  it('takes those that are named and leaves the rest', () => {
    const taken = withFieldsFrom(
      { ...withSites('Rouen'), note: 'mine' },
      { ...withSites('Lyon'), note: 'theirs', enni: 'AZ1', option_ids: ['7021'] },
      ['enni', 'option_ids', `${SITE}.city`],
    );
    expect(taken).toEqual({ ...withSites('Lyon'), note: 'mine', enni: 'AZ1', option_ids: ['7021'] });
  });

  it('makes room for a contact that is not there yet', () => {
    const taken = withFieldsFrom(withSites(), withSites('Rouen', 'Lyon'), [
      'related_contact_information.1.city',
    ]);
    expect(taken).toEqual(withSites('', 'Lyon'));
  });

  it('changes neither line', () => {
    const [into, from] = [withSites('Rouen'), withSites('Lyon')];
    withFieldsFrom(into, from, [`${SITE}.city`]);
    expect([into, from]).toEqual([withSites('Rouen'), withSites('Lyon')]);
  });
});
