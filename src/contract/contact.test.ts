import { describe, expect, it } from 'vitest';
import { CONTACT_FIELDS, emptyContact, pickContactValues, readContacts, writeContact } from './contact';
import { CONTACT } from '~/contract/samples/lines';
import { CONTACT_TABLE } from '~/contract/samples/tables';

describe('the contact block', () => {
  it('has the table fields of "Creating an Order Line"', () => {
    expect(CONTACT_FIELDS).toEqual(CONTACT_TABLE.map(({ name }) => name));
  });

  it('is read from an array and from a lone object', () => {
    expect(readContacts([CONTACT])).toEqual(readContacts(CONTACT));
    expect(readContacts([CONTACT])).toHaveLength(1);
  });

  it.each([null, undefined, '', [], 'nobody'])('that is %j holds no entry', (value) => {
    expect(readContacts(value)).toEqual([]);
  });

  it('reads the example of the document value by value', () => {
    expect(readContacts([CONTACT]).map(pickContactValues)).toEqual([
      { ...CONTACT, latitude: '49.4744077', longitude: '1.091455' },
    ]);
  });

  it('writes an untouched entry to the letter', () => {
    const wire = {
      siret: null,
      city: '',
      latitude: '49.4744077',
      longitude: 1.091455,
      region: { code: 28 },
      access_code: '0042',
    };
    expect(readContacts([wire]).map(writeContact)).toEqual([wire]);
  });

  it('keeps unknown keys and further entries', () => {
    const wire = [
      { ...CONTACT, region: 'Normandie' },
      { city: 'Rouen', floor_plan: 'A' },
    ];
    const [first, second] = readContacts(wire);
    if (!first || !second) throw new Error('Two entries are expected');
    expect([{ ...first, siret: '73282932000074' }, second].map(writeContact)).toEqual([
      { ...CONTACT, region: 'Normandie', siret: '73282932000074' },
      { city: 'Rouen', floor_plan: 'A' },
    ]);
  });

  it('writes coordinates as numbers, emptied values as ""', () => {
    const [contact] = readContacts([CONTACT]);
    if (!contact) throw new Error('One entry is expected');
    expect(
      writeContact({ ...contact, latitude: '48.5', longitude: '', building_name: 'B2', city: '' }),
    ).toEqual({
      ...CONTACT,
      latitude: 48.5,
      longitude: '',
      building_name: 'B2',
      city: '',
    });
  });

  it('writes only the filled fields of a new entry', () => {
    expect(writeContact({ ...emptyContact(), postcode: '01000', level_number: '0' })).toEqual({
      postcode: '01000',
      level_number: '0',
    });
  });
});
