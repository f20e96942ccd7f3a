import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { rejectedLeaf, toRejections } from './rejections';

const SITE = 'related_contact_information.0';
const rejected = (...termination_error: object[]) =>
  readOrderLine({ id: 'L', state: 'rejected_creation', termination_error });

describe('the field that a termination error names', () => {
  it.each([
    ['enni', 'enni'],
    ['enni2', 'enni_2'],
    ['cpe_network_number', 'cpe_networking_number'],
    ['related_contact_information[0].siret', `${SITE}.siret`],
    ['related_contact_information.0.siret', `${SITE}.siret`],
    ['related_contact_information/0/siret', `${SITE}.siret`],
    ['/related_contact_information/0/siret', `${SITE}.siret`],
    ['$.related_contact_information[0].siret', `${SITE}.siret`],
    ["related_contact_information[0]['siret']", `${SITE}.siret`],
    ['product_order_item[3].related_contact_information[1].city', 'related_contact_information.1.city'],
    ['related_contact_information.siret', `${SITE}.siret`],
    ['siret', `${SITE}.siret`],
  ])('is found in %s', (property_path, key) => {
    expect(rejectedLeaf({ property_path })).toBe(key);
  });

  it.each(['', 'string', 'unheard_of', 'related_contact_information'])('is none in %j', (property_path) => {
    expect(rejectedLeaf({ property_path })).toBeNull();
  });
});

describe('what the operator said', () => {
  it('stands at each field, with the value that it found there', () => {
    const line = rejected(
      { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ0' },
      { code: 'MISSING', property_path: 'related_contact_information[0].siret', value: '' },
      { code: 'ODD', property_path: 'elsewhere', value: 'x' },
    );
    expect([...toRejections(line)]).toEqual([
      ['enni', 'UNKNOWN_ENNI (AZ0)'],
      [`${SITE}.siret`, 'MISSING'],
    ]);
  });

  it('is nothing of a line without errors, and of a new one', () => {
    expect(toRejections(rejected()).size).toBe(0);
    expect(toRejections(null).size).toBe(0);
  });
});
