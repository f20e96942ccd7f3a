import { describe, expect, it } from 'vitest';
import type { ContactField } from '~/contract/contact';
import { readPastedText } from './pasted-text';
import { leftoversOf } from './replaced-address';

type Fields = Partial<Record<ContactField, string>>;
const OLD: Fields = {
  end_customer_name: 'Menuiserie Kerbrat',
  siret: '73282932000074',
  street_number: '3',
  street_number_extension: 'ter',
  street_name: 'avenue du Général-de-Gaulle',
  postcode: '76130',
  city: 'Mont-Saint-Aignan',
  insee_code: '76451',
  building_name: 'Bâtiment C',
  level_number: '2',
  latitude: '49.47',
  longitude: '1.08',
  contact1_lastname: 'Durand',
};
const leftovers = (text: string, old: Fields = OLD) =>
  leftoversOf(readPastedText(text, 'street_name').fields, (field) => old[field] ?? '');

describe('an address pasted over another', () => {
  it.each<[string, readonly ContactField[]]>([
    [
      '5 rue Neuve\n69001 Lyon',
      ['street_number_extension', 'building_name', 'level_number', 'insee_code', 'latitude', 'longitude'],
    ],
    ['5 bis rue Neuve, étage 4\n69001 Lyon', ['building_name', 'insee_code', 'latitude', 'longitude']],
    [
      'ZA des Lilas\n76130 Mont-Saint-Aignan',
      ['street_number', 'street_number_extension', 'building_name', 'level_number', 'latitude', 'longitude'],
    ],
    [
      '3 avenue du Général-de-Gaulle\n76130 Mont-Saint-Aignan',
      ['street_number_extension', 'building_name', 'level_number', 'latitude', 'longitude'],
    ],
    [
      '3 ter avenue du Général-de-Gaulle\n69001 Lyon',
      ['building_name', 'level_number', 'insee_code', 'latitude', 'longitude'],
    ],
    ['69001 Lyon', ['insee_code', 'latitude', 'longitude']],
    ['69001 Lyon\n45.7676, 4.8344', ['insee_code']],
  ])('%j empties what is no longer true', (text, fields) => {
    expect(leftovers(text)).toEqual(fields);
  });

  it('empties nothing for the same address respelled', () => {
    expect(leftovers('3 TER AVENUE DU GENERAL DE GAULLE\n76130 MONT SAINT AIGNAN')).toEqual([]);
  });

  it('empties nothing without an old or new address', () => {
    expect(leftovers('5 rue Neuve\n69001 Lyon', { building_name: 'Bâtiment C', level_number: '2' })).toEqual(
      [],
    );
    expect(leftovers('Jean Dupont <jean@x.fr>')).toEqual([]);
  });
});
