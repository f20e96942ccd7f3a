import { describe, expect, it } from 'vitest';
import { emptyContact } from '~/contract/contact';
import { emptyLineValues } from '~/contract/order-line';
import {
  bookPlace,
  BOOK_LIMIT,
  entriesOf,
  fieldsToFill,
  isSiretElsewhere,
  readBook,
  withEntries,
} from './book';
import { findInBook, indexBook } from './find-in-book';

const SITE = {
  end_customer_name: 'Boulangerie Hélène',
  siret: '73282932000074',
  street_number: '12',
  street_name: 'rue de la Gare',
  postcode: '76130',
  city: 'Mont-Saint-Aignan',
};
const PERSON = { firstname: 'Camille', lastname: 'Durand', email_address: 'camille@example.fr' };

const aSite = (values: Readonly<Record<string, string>> = {}, at = 1) =>
  ({ kind: 'site', values: { ...SITE, ...values }, at }) as const;
const aPerson = (values: Readonly<Record<string, string>> = {}, at = 1) =>
  ({ kind: 'person', values: { ...PERSON, ...values }, at }) as const;

describe('the entries of a line', () => {
  it('are its site and its contacts', () => {
    const contact = {
      ...emptyContact(),
      ...SITE,
      contact1_firstname: 'Camille',
      contact1_lastname: 'Durand',
      contact1_email_address: 'camille@example.fr',
      contact2_lastname: 'Petit',
      contact2_phone_number: '0199001234',
    };
    const line = { ...emptyLineValues(), related_contact_information: [contact] };
    expect(entriesOf(line, 5)).toEqual([
      aSite({}, 5),
      aPerson({}, 5),
      { kind: 'person', values: { lastname: 'Petit', phone_number: '0199001234' }, at: 5 },
    ]);
  });

  it.each([
    ['a site without a street', { city: 'Rouen', siret: '73282932000074' }],
    ['a site without a place', { street_name: 'rue de la Gare' }],
    ['a person without a name', { contact1_email_address: 'camille@example.fr' }],
    ['a person who cannot be reached', { contact1_lastname: 'Durand' }],
  ])('leave out %s', (_, values) => {
    const line = {
      ...emptyLineValues(),
      related_contact_information: [{ ...emptyContact(), ...values }],
    };
    expect(entriesOf(line, 5)).toEqual([]);
  });
});

describe('a book with more entries', () => {
  it('has the newest first', () => {
    const [old, added] = [aSite({}, 1), aSite({ city: 'Rouen' }, 2)];
    expect(withEntries([old], [added])).toEqual([added, old]);
  });

  it('has an entry once, however it is written', () => {
    const again = aSite({ city: 'MONT SAINT AIGNAN' }, 2);
    expect(withEntries([aSite()], [again])).toEqual([again]);
  });

  it('forgets the oldest of a kind beyond its limit', () => {
    const sites = Array.from({ length: BOOK_LIMIT }, (_, index) => aSite({ street_number: String(index) }));
    const book = withEntries([...sites, aPerson()], [aSite({ city: 'Rouen' }, 2)]);
    expect(book).toHaveLength(BOOK_LIMIT + 1);
    expect(book.at(-1)).toEqual(aPerson());
    expect(book.some(({ values }) => values['street_number'] === String(BOOK_LIMIT - 1))).toBe(false);
  });
});

describe('a filled place', () => {
  it('takes all fields of a site, the missing ones empty', () => {
    const fields = Object.fromEntries(fieldsToFill(aSite(), bookPlace('city')));
    expect(fields).toMatchObject({ ...SITE, insee_code: '', building_name: '', latitude: '' });
    expect(Object.keys(fields).some((name) => name.startsWith('contact'))).toBe(false);
  });

  it('takes the contact whose field was typed in', () => {
    expect(fieldsToFill(aPerson(), bookPlace('contact2_lastname'))).toEqual([
      ['contact2_email_address', 'camille@example.fr'],
      ['contact2_firstname', 'Camille'],
      ['contact2_lastname', 'Durand'],
      ['contact2_phone_number', ''],
    ]);
  });
});

describe('a search', () => {
  const book = [aSite(), aSite({ end_customer_name: 'Garage Mont', city: 'Rouen' }), aPerson()];
  const find = (text: string, field = 'city') =>
    findInBook(indexBook(book), { kind: 'site', field, text, limit: 5 });

  it.each(['helene', 'Mont-Saint', 'gare 761', '7328'])('finds a site by %s', (text) => {
    expect(find(text)).toContain(book[0]);
  });

  it('puts the field that was typed in first', () => {
    expect(find('mont')).toEqual([book[0], book[1]]);
    expect(find('garage', 'end_customer_name')).toEqual([book[1]]);
  });

  it.each(['', 'm', 'x', 'durand', 'ont'])('finds no site by "%s"', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('finds one of 10,000 entries', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => aSite({ street_name: `rue ${index}a` }));
    const found = findInBook(indexBook(many), {
      kind: 'site',
      field: 'street_name',
      text: 'rue 9999a',
      limit: 5,
    });
    expect(found).toEqual([many[9999]]);
  });
});

describe('two addresses of one SIRET', () => {
  it('are told', () => {
    const other = aSite({ siret: '732 829 320 00074', street_number: '14' });
    expect(isSiretElsewhere(other, [aSite(), other])).toBe(true);
  });

  it('are one where only the writing differs', () => {
    expect(isSiretElsewhere(aSite(), [aSite({ street_name: 'Rue de la gare' })])).toBe(false);
  });

  it('are none without a SIRET', () => {
    const unknown = aSite({ siret: '' });
    expect(isSiretElsewhere(unknown, [aSite({ siret: '', street_number: '14' })])).toBe(false);
  });
});

it('a stored book reads without old and odd entries', () => {
  const stored: unknown = JSON.parse(
    JSON.stringify([aSite({}, 9), aPerson({}, 2), { kind: 'other', values: {}, at: 9 }, 'text', null]),
  );
  expect(readBook(stored, 3)).toEqual([aSite({}, 9)]);
  expect(readBook('text', 3)).toEqual([]);
});
