import { describe, expect, it } from 'vitest';
import { emptyLineValues, readOrderLine } from '~/contract/order-line';
import { CONTACT } from '~/contract/samples/lines';
import { readLineValues } from './stored-line-values';

describe('values that we wrote down ourselves', () => {
  it('are read back to the letter, contacts with their origin', () => {
    const values = {
      ...readOrderLine({
        id: 'L',
        note: ' 0042 ',
        option_ids: ['7021', '0012'],
        siret_known: null,
        scheduled_delivery_date: '2026-03-02T10:00:00+01:00',
        related_contact_information: [{ ...CONTACT, region: 'Normandie', latitude: null }, {}],
      }),
    };
    const read = readLineValues(JSON.parse(JSON.stringify(values)));
    expect(values).toMatchObject({ ...read });
    expect(read.related_contact_information).toEqual(values.related_contact_information);
    expect(Object.keys(read).toSorted()).toEqual(Object.keys(emptyLineValues()).toSorted());
  });

  it('that are damaged are not filled, and never a crash', () => {
    for (const raw of [null, 'x', [], { related_contact_information: [null, 3] }]) {
      expect(readLineValues(raw)).toEqual(emptyLineValues());
    }
  });
});
