import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { rejectedField, rejectionsOfCopy, toRejections } from './rejection-texts';

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
    expect(rejectedField({ property_path })).toBe(key);
  });

  it.each(['', 'string', 'unheard_of', 'related_contact_information'])('is none in %j', (property_path) => {
    expect(rejectedField({ property_path })).toBeNull();
  });
});

const KNOWN = { UNKNOWN_ENNI: 'Nobody knows this ENNI.' };

describe('what the operator said', () => {
  it('shows at its field the value and the meaning', () => {
    const line = rejected(
      { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ0' },
      { code: 'toString', property_path: 'related_contact_information[0].siret', value: '' },
      { code: 'ODD', property_path: 'elsewhere', value: 'x' },
    );
    expect([...toRejections(line, { note: 'UNKNOWN_ENNI' }, KNOWN)]).toEqual([
      ['note', 'UNKNOWN_ENNI – Nobody knows this ENNI.'],
      ['enni', 'UNKNOWN_ENNI (AZ0) – Nobody knows this ENNI.'],
      [`${SITE}.siret`, 'toString'],
    ]);
  });

  it('is absent for a line without errors', () => {
    expect(toRejections(rejected(), {}, KNOWN).size).toBe(0);
    expect(toRejections(null, {}, KNOWN).size).toBe(0);
  });
});

describe('what stays refused on a copy', () => {
  const original = readOrderLine({
    id: 'L',
    enni: 'AZ0',
    note: 'N',
    scheduled_delivery_date: '2026-09-21',
    termination_error: [
      { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ0' },
      { code: 'TOO_EARLY', property_path: 'scheduled_delivery_date', value: '' },
      { code: 'ODD', property_path: 'elsewhere', value: '' },
    ],
  });

  it('takes the codes from the original or its origin', () => {
    expect(rejectionsOfCopy(original, original, { note: 'X-99' })).toEqual({
      note: 'X-99',
      enni: 'UNKNOWN_ENNI',
      scheduled_delivery_date: 'TOO_EARLY',
    });
  });

  it('is not what the copy has otherwise', () => {
    const copy = { ...original, id: 'copy', scheduled_delivery_date: '', note: 'M' };
    expect(rejectionsOfCopy(copy, original, { note: 'X-99' })).toEqual({ enni: 'UNKNOWN_ENNI' });
  });
});
