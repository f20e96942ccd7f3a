import { describe, expect, it } from 'vitest';
import { findHeaderRow, headerKey, matchColumns } from './match-columns';
import { aSheet } from './testing/a-sheet';

const SITE = 'related_contact_information.0';
const LABELS = [
  { field: 'product_offering_id', headings: ['Offer', 'Offre'] },
  {
    field: 'product_offering_qualification_item_id',
    headings: ['Eligibility item', "Élément d'éligibilité"],
  },
  { field: `${SITE}.siret`, headings: ['SIRET'] },
  { field: `${SITE}.contact1_firstname`, headings: ['First name', 'On-site contact : First name'] },
  { field: `${SITE}.contact2_firstname`, headings: ['First name', 'Second contact : First name'] },
];
const NONE = new Map<string, string | null>();

const fieldsOf = (headers: readonly string[], remembered = NONE) =>
  matchColumns(aSheet([headers, headers.map(() => 'x')]), 0, LABELS, remembered).map(({ field }) => field);

describe('a header', () => {
  it.each([
    ['Offre', 'product_offering_id'],
    ['  offre ', 'product_offering_id'],
    ['OFFER *', 'product_offering_id'],
    ['ELEMENT D’ELIGIBILITE', 'product_offering_qualification_item_id'],
    ['E\u0301le\u0301ment d\u00A0e\u0301ligibilite\u0301', 'product_offering_qualification_item_id'],
    ['product_offering_id', 'product_offering_id'],
    ['siret', `${SITE}.siret`],
    [`${SITE}.siret`, `${SITE}.siret`],
    ['related_contact_information[1].siret', 'related_contact_information.1.siret'],
    ['enni_2', 'enni_2'],
    ['On-site contact: First name', `${SITE}.contact1_firstname`],
    ['State', null],
    ['the note of the city', null],
    ['', null],
  ])('%j stands for %s', (header, field) => {
    expect(fieldsOf([header])).toEqual([field]);
  });

  it('that stands for two fields gives each in turn', () => {
    expect(fieldsOf(['First name', 'First name', 'First name'])).toEqual([
      `${SITE}.contact1_firstname`,
      `${SITE}.contact2_firstname`,
      null,
    ]);
  });

  it('that is repeated is numbered', () => {
    const columns = matchColumns(
      aSheet([
        ['Note', 'Note', '', ''],
        ['a', 'b', 'c', ''],
      ]),
      0,
      [],
      NONE,
    );
    expect(columns.map(({ index, header }) => [index, header])).toEqual([
      [0, 'Note'],
      [1, 'Note (2)'],
      [2, ''],
    ]);
  });

  it('seen before is matched as it was', () => {
    const remembered = new Map<string, string | null>([
      [headerKey('Produit'), 'product_offering_id'],
      [headerKey('SIRET'), null],
    ]);
    expect(fieldsOf(['Offre', 'produit ', 'siret'], remembered)).toEqual([null, 'product_offering_id', null]);
  });
});

it('gives samples of the first filled cells', () => {
  const [column] = matchColumns(aSheet([['Offre'], [''], ['1'], ['2'], ['3'], ['4']]), 0, LABELS, NONE);
  expect(column?.samples).toEqual(['1', '2', '3']);
});

describe('the header row', () => {
  it('is the one with the most known headings', () => {
    expect(
      findHeaderRow(aSheet([['Sites of Rouen'], ['Offer', ''], ['Offer', 'SIRET'], ['1', '2']]), LABELS),
    ).toBe(2);
  });

  it('is the first full one where none is known', () => {
    expect(findHeaderRow(aSheet([['Sites'], ['a', 'b', 'c', 'd'], ['1', '2', '3', '4']]), LABELS)).toBe(1);
    expect(findHeaderRow(aSheet([]), LABELS)).toBe(0);
  });
});
