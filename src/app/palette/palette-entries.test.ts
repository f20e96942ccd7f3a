import { describe, expect, it } from 'vitest';
import { entryAfter, matchingEntries, toIdentifier, toSearch, type PaletteEntry } from './palette-entries';

function anEntry(group: string, label: string): PaletteEntry {
  return { id: label, group, label, run: () => undefined };
}

const LINES = anEntry('Aller à', 'Lignes de commande');
const NEW_CART = anEntry('Paniers', 'Nouveau panier');
const ENGLISH = anEntry('Langue', 'English');
const ENTRIES = [LINES, NEW_CART, ENGLISH];
const ID = '0b10ba8a-3c31-44ba-a758-d178ec0bb166';

describe('the entries of the palette', () => {
  it.each([
    ['', ENTRIES],
    ['  ', ENTRIES],
    ['commande', [LINES]],
    ['LIGNES', [LINES]],
    ['aller a', [LINES]],
    ['lang', [ENGLISH]],
    ['panier nou', [NEW_CART]],
    ['n', ENTRIES],
    ['panier english', []],
  ])('for %j are those that hold every word', (text, found) => {
    expect(matchingEntries(ENTRIES, text)).toEqual(found);
  });

  it('are walked through in a circle', () => {
    expect(entryAfter(ENTRIES, LINES, 1)).toBe(NEW_CART);
    expect(entryAfter(ENTRIES, ENGLISH, 1)).toBe(LINES);
    expect(entryAfter(ENTRIES, LINES, -1)).toBe(ENGLISH);
    expect(entryAfter([], undefined, 1)).toBeUndefined();
  });
});

describe('the text typed into the palette', () => {
  it.each([
    [ID, ID],
    [` ${ID.toUpperCase()} `, ID],
    [ID.slice(1), null],
    [`${ID} x`, null],
    ['', null],
  ])('%j holds the identifier %j', (text, id) => {
    expect(toIdentifier(text)).toBe(id);
  });

  it.each([
    ['', ''],
    ['ab ', ''],
    ['abc', 'abc'],
    ['  PO_DC1  ', 'PO_DC1'],
    ['E\u0301lise', 'Élise'],
    [ID, ''],
  ])('%j is searched for as %j', (text, search) => {
    expect(toSearch(text)).toBe(search);
  });
});
