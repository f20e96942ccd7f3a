import { describe, expect, it } from 'vitest';
import type { ContactField } from '~/contract/contact';
import { isWorthSplitting, readPastedText } from './pasted-text';

type Fields = Partial<Record<ContactField, string>>;
const read = (text: string, target: ContactField) => {
  const { fields, rest } = readPastedText(text, target);
  return { fields: Object.fromEntries(fields), rest };
};
const street = (number: string, extension: string, name: string): Fields => ({
  ...(number && { street_number: number }),
  ...(extension && { street_number_extension: extension }),
  street_name: name,
});
const PARIS: Fields = { postcode: '75002', city: 'Paris' };
const LA_PAIX = 'rue de la Paix';

describe('an address', () => {
  it.each<[string, Fields]>([
    ['12 rue de la Paix 75002 Paris', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 bis rue de la Paix 75002 Paris', { ...street('12', 'bis', LA_PAIX), ...PARIS }],
    ['12bis, rue de la Paix, 75002 Paris', { ...street('12', 'bis', LA_PAIX), ...PARIS }],
    ['12, rue de la Paix\n75002 Paris', { ...street('12', '', LA_PAIX), ...PARIS }],
    [
      '12 TER RUE DE LA PAIX\r\n75002 PARIS',
      { ...street('12', 'TER', 'RUE DE LA PAIX'), postcode: '75002', city: 'PARIS' },
    ],
    ['4 B rue de la Paix\n75002 Paris', { ...street('4', 'B', LA_PAIX), ...PARIS }],
    ['4B rue de la Paix\n75002 Paris', { ...street('4', 'B', LA_PAIX), ...PARIS }],
    ['4 B/C rue de la Paix\n75002 Paris', { ...street('4', 'B/C', LA_PAIX), ...PARIS }],
    ['12-14 rue de la Paix\n75002 Paris', { ...street('12-14', '', LA_PAIX), ...PARIS }],
    ['12 - 14 rue de la Paix\n75002 Paris', { ...street('12-14', '', LA_PAIX), ...PARIS }],
    ['12 à 14 rue de la Paix\n75002 Paris', { ...street('12-14', '', LA_PAIX), ...PARIS }],
    ['12/14 rue de la Paix\n75002 Paris', { ...street('12/14', '', LA_PAIX), ...PARIS }],
    [
      "8 l'Orée du Bois\n76130 Mont-Saint-Aignan",
      { ...street('8', '', "l'Orée du Bois"), postcode: '76130', city: 'Mont-Saint-Aignan' },
    ],
    [
      'Lieu-dit Le Bourg\n29200 Brest',
      { street_name: 'Lieu-dit Le Bourg', postcode: '29200', city: 'Brest' },
    ],
    [
      'ZA des Trois Fontaines, 35000 Rennes',
      { street_name: 'ZA des Trois Fontaines', postcode: '35000', city: 'Rennes' },
    ],
    ['Z.I. Nord\n62000 Arras', { street_name: 'Z.I. Nord', postcode: '62000', city: 'Arras' }],
    [
      'Rue Andreï Sakharov\n76130 Mont-Saint-Aignan',
      { street_name: 'Rue Andreï Sakharov', postcode: '76130', city: 'Mont-Saint-Aignan' },
    ],
    ['12 rue de la Paix\n75002 Paris\nFrance', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix, 75002 Paris, France', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix 75002 Paris - France', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix\nF-75002 Paris', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix, Paris 75002', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix, Paris (75002)', { ...street('12', '', LA_PAIX), ...PARIS }],
    [
      '3 place Bellecour 69002 Lyon 02',
      { ...street('3', '', 'place Bellecour'), postcode: '69002', city: 'Lyon 02' },
    ],
    [
      '1 av. Foch\n75380 PARIS CEDEX 08',
      { ...street('1', '', 'av. Foch'), postcode: '75380', city: 'PARIS CEDEX 08' },
    ],
    ['2 quai Sud, 20200 Bastia', { ...street('2', '', 'quai Sud'), postcode: '20200', city: 'Bastia' }],
    [
      "5 rue d'Alsace\n67000 L'Haÿ-les-Roses",
      { ...street('5', '', "rue d'Alsace"), postcode: '67000', city: "L'Haÿ-les-Roses" },
    ],
    [
      'Bâtiment C\n12 rue de la Paix\n75002 Paris',
      { ...street('12', '', LA_PAIX), ...PARIS, building_name: 'Bâtiment C' },
    ],
    [
      '12 rue de la Paix bât B, 75002 Paris',
      { ...street('12', '', LA_PAIX), ...PARIS, building_name: 'bât B' },
    ],
    [
      'Immeuble Le Titien, 3e étage, 12 rue de la Paix, 75002 Paris',
      { ...street('12', '', LA_PAIX), ...PARIS, building_name: 'Immeuble Le Titien', level_number: '3' },
    ],
    ['12 rue de la Paix\nRDC\n75002 Paris', { ...street('12', '', LA_PAIX), ...PARIS, level_number: '0' }],
    [
      '12 rue de la Paix, étage 2\n75002 Paris',
      { ...street('12', '', LA_PAIX), ...PARIS, level_number: '2' },
    ],
    [
      '12 rue de la Paix\n75002 Paris\n48.8687, 2.3312',
      { ...street('12', '', LA_PAIX), ...PARIS, latitude: '48.8687', longitude: '2.3312' },
    ],
    [
      'Menuiserie Kerbrat\n12 rue de la Paix\n75002 Paris',
      { end_customer_name: 'Menuiserie Kerbrat', ...street('12', '', LA_PAIX), ...PARIS },
    ],
    [
      'Les Ateliers Réunis\nSIRET : 732 829 320 00074\n12 rue de la Paix\n75002 Paris',
      {
        end_customer_name: 'Les Ateliers Réunis',
        siret: '732 829 320 00074',
        ...street('12', '', LA_PAIX),
        ...PARIS,
      },
    ],
    ['75002 Paris', PARIS],
    ['12 rue de la Paix\n75 002 Paris', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix, 75.002 Paris', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix\nParis 75\u00A0002', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['\u202A12 rue de la Paix\u202C\n\u200B75002 Paris', { ...street('12', '', LA_PAIX), ...PARIS }],
    ['12 rue de la Paix', street('12', '', LA_PAIX)],
  ])('%j is split', (text, fields) => {
    expect(read(text, 'street_name')).toEqual({ fields, rest: [] });
  });

  it('leaves a post box aside, and says so', () => {
    expect(read('12 rue de la Paix\nBP 12345\n75002 Paris', 'street_name')).toEqual({
      fields: { ...street('12', '', LA_PAIX), ...PARIS },
      rest: ['BP 12345'],
    });
  });

  it('keeps a number before words that name no street', () => {
    expect(read('2 sites à livrer', 'street_name').fields).toEqual({});
  });
});

const JEAN: Fields = { contact1_firstname: 'Jean', contact1_lastname: 'Dupont' };

describe('a person', () => {
  it.each<[string, Fields]>([
    [
      'Jean Dupont <jean@x.fr> 06 12 34 56 78',
      { ...JEAN, contact1_email_address: 'jean@x.fr', contact1_phone_number: '06 12 34 56 78' },
    ],
    ['Jean Dupont', JEAN],
    ['Jean DUPONT', { ...JEAN, contact1_lastname: 'DUPONT' }],
    ['DUPONT Jean', { ...JEAN, contact1_lastname: 'DUPONT' }],
    ['Jean-Pierre de la Tour', { contact1_firstname: 'Jean-Pierre', contact1_lastname: 'de la Tour' }],
    ['Anne Marie LE GOFF', { contact1_firstname: 'Anne Marie', contact1_lastname: 'LE GOFF' }],
    ['Mme Maëlle Kerbrat', { contact1_firstname: 'Maëlle', contact1_lastname: 'Kerbrat' }],
    ['M. Dupont', { contact1_lastname: 'Dupont' }],
    ["À l'attention de Mme Dupont", { contact1_lastname: 'Dupont' }],
    [
      'jean.dupont@x.fr\n0612345678',
      { contact1_email_address: 'jean.dupont@x.fr', contact1_phone_number: '0612345678' },
    ],
    [
      'Jean Dupont\nTél. : 01.99.00.12.34\nMail : jean@x.fr',
      { ...JEAN, contact1_email_address: 'jean@x.fr', contact1_phone_number: '01.99.00.12.34' },
    ],
    ['Jean Dupont, +33 6 12 34 56 78', { ...JEAN, contact1_phone_number: '+33 6 12 34 56 78' }],
    ['Jean Dupont +33 (0)6 12 34 56 78', { ...JEAN, contact1_phone_number: '+33 (0)6 12 34 56 78' }],
    [
      'Jan Peeters +32 470 12 34 56',
      { contact1_firstname: 'Jan', contact1_lastname: 'Peeters', contact1_phone_number: '+32 470 12 34 56' },
    ],
    ['"Jean Dupont" <jean@x.fr>', { ...JEAN, contact1_email_address: 'jean@x.fr' }],
    [
      'Jean Dupont | jean@x.fr | Port. 06 12 34 56 78',
      { ...JEAN, contact1_email_address: 'jean@x.fr', contact1_phone_number: '06 12 34 56 78' },
    ],
    ['Jean Dupont 06/12/34/56/78', { ...JEAN, contact1_phone_number: '06/12/34/56/78' }],
    ['Jean Dupont, 06,12,34,56,78', { ...JEAN, contact1_phone_number: '06 12 34 56 78' }],
    ['Jean Dupont 06–12–34–56–78', { ...JEAN, contact1_phone_number: '06–12–34–56–78' }],
    ['Jean Dupont \u202A0612345678\u202C', { ...JEAN, contact1_phone_number: '0612345678' }],
    ['Jean Dupont jean@x.fr.', { ...JEAN, contact1_email_address: 'jean@x.fr' }],
    ['Jean Dupont - 06-12-34-56-78', { ...JEAN, contact1_phone_number: '06-12-34-56-78' }],
  ])('%j is split', (text, fields) => {
    expect(read(text, 'contact1_firstname')).toEqual({ fields, rest: [] });
  });

  it('goes to the second contact when pasted there', () => {
    expect(read('Jean Dupont <jean@x.fr>', 'contact2_lastname').fields).toEqual({
      contact2_firstname: 'Jean',
      contact2_lastname: 'Dupont',
      contact2_email_address: 'jean@x.fr',
    });
  });

  it('puts a fax and a second number aside', () => {
    expect(
      read('Jean Dupont\nFax : 01 99 00 12 35\nTél : 01 99 00 12 34\n06 12 34 56 78', 'contact1_lastname'),
    ).toEqual({
      fields: { ...JEAN, contact1_phone_number: '01 99 00 12 34' },
      rest: ['Fax : 01 99 00 12 35', '06 12 34 56 78'],
    });
  });
});

describe('people among words of an address', () => {
  const MARIE: Fields = { contact1_firstname: 'Marie', contact1_lastname: 'Durand' };
  const LYON: Fields = { ...street('5', '', 'rue Neuve'), postcode: '69001', city: 'Lyon' };
  it.each<[string, Fields, readonly string[]]>([
    [
      'Bâtiment C, 3e étage\nMarie Durand\n06 12 34 56 78',
      {
        ...MARIE,
        building_name: 'Bâtiment C',
        level_number: '3',
        contact1_phone_number: '06 12 34 56 78',
      },
      [],
    ],
    [
      'ZA des Peupliers\n69001 Lyon\nM. Jean-Marc DE LA TOUR',
      {
        street_name: 'ZA des Peupliers',
        postcode: '69001',
        city: 'Lyon',
        contact1_firstname: 'Jean-Marc',
        contact1_lastname: 'DE LA TOUR',
      },
      [],
    ],
    ['Les Ateliers\nMme Marie Durand', MARIE, ['Les Ateliers']],
    [
      'Jean Dupont\nMadame Marie Durand\nmarie@x.fr',
      { ...MARIE, contact1_email_address: 'marie@x.fr' },
      ['Jean Dupont'],
    ],
    ['Dr Marie Durand\nM. Jean Dupont\n5 rue Neuve\n69001 Lyon', { ...MARIE, ...LYON }, ['M. Jean Dupont']],
    ['Hall Nord\nMarie Durand', MARIE, ['Hall Nord']],
    [
      'Escalier B\nRésidence Les Lilas\nAppt 12\n5 rue Neuve\n69001 Lyon\nMlle Marie Durand',
      { ...MARIE, ...LYON, building_name: 'Résidence Les Lilas' },
      ['Escalier B', 'Appt 12'],
    ],
    [
      'Parc Lavoisier\n5 rue Neuve\n69001 Lyon\nMonsieur Jean DUPONT',
      { ...JEAN, contact1_lastname: 'DUPONT', ...LYON },
      ['Parc Lavoisier'],
    ],
  ])('%j is split', (text, fields, rest) => {
    expect(read(text, 'contact1_lastname')).toEqual({ fields, rest });
  });

  it.each([
    'Bâtiment C',
    'Bat C',
    'Immeuble Titien',
    'Résidence Lilas',
    'ZA Nord',
    'ZI Nord',
    'ZAC Nord',
    'Zone Nord',
    'Lieu-dit Kerbrat',
    'Parc Lavoisier',
    'Étage Nord',
    'Escalier Nord',
    'Hall Nord',
    'Appt Nord',
    'Rue Neuve',
  ])('%j is no name', (text) => {
    expect(read(text, 'contact1_lastname').fields).not.toHaveProperty('contact1_lastname');
  });
});

describe('a signature', () => {
  it('is split into person, company and address', () => {
    const text = `Maëlle KERBRAT
Directrice technique
Menuiserie Kerbrat SARL
4 bis rue Andreï Sakharov
76130 Mont-Saint-Aignan
Tél. : 02 99 00 12 34
maelle@kerbrat.example.fr
www.kerbrat.example.fr`;
    expect(read(text, 'contact1_firstname')).toEqual({
      fields: {
        end_customer_name: 'Menuiserie Kerbrat SARL',
        street_number: '4',
        street_number_extension: 'bis',
        street_name: 'rue Andreï Sakharov',
        postcode: '76130',
        city: 'Mont-Saint-Aignan',
        contact1_firstname: 'Maëlle',
        contact1_lastname: 'KERBRAT',
        contact1_email_address: 'maelle@kerbrat.example.fr',
        contact1_phone_number: '02 99 00 12 34',
      },
      rest: ['Directrice technique', 'www.kerbrat.example.fr'],
    });
  });
});

describe('a proposal is made', () => {
  it.each<[string, ContactField, boolean]>([
    ['12 rue de la Paix', 'street_name', true],
    ['rue de la Paix', 'street_name', false],
    ['75002 Paris', 'city', true],
    ['75002', 'postcode', false],
    ['Jean Dupont', 'contact1_firstname', true],
    ['Jean', 'contact1_firstname', false],
    ['jean@x.fr', 'contact1_email_address', false],
    ['06 12 34 56 78', 'contact1_phone_number', false],
    ['732 829 320 00074', 'siret', false],
    ['Menuiserie Kerbrat', 'end_customer_name', false],
    ['<script>alert(1)</script>', 'street_name', false],
    ['', 'city', false],
  ])('for %j in %s: %s', (text, target, isMade) => {
    expect(isWorthSplitting(readPastedText(text, target), target)).toBe(isMade);
  });
});

it.each([
  ['one word', 'a'.repeat(100_000)],
  ['a word repeated', 'mot '.repeat(25_000)],
  ['a street word repeated', 'rue '.repeat(499)],
  ['digits', '1 '.repeat(999)],
  ['long digits', '1'.repeat(1999)],
  ['spaces', ` ${' '.repeat(1900)}x 1`],
  ['an unfinished e-mail', `${'a.'.repeat(900)} @`],
  ['signs', `${'-,: '.repeat(490)} x`],
  ['capitals', 'Ab '.repeat(660)],
])('%s is split within a tenth of a second', (_, text) => {
  const start = performance.now();
  readPastedText(text, 'street_name');
  readPastedText(text, 'contact1_lastname');
  expect(performance.now() - start).toBeLessThan(200);
});
