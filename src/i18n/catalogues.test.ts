import { describe, expect, it } from 'vitest';
import { english as en, french as fr } from './whole-catalogues';
import { loadAllMessages, loadEditorMessages, loadMessages } from './messages';

/** Every text of a catalogue by its path, those with a gap filled in. */
function textsOf(node: unknown, path: string, value: unknown): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const text: unknown = Reflect.apply(node, undefined, Array(node.length).fill(value));
    return [[path, String(text)]];
  }
  return Object.entries(node ?? {}).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`, value));
}

const paths = (catalogue: object) => textsOf(catalogue, '', 1).map(([path]) => path);

describe('the catalogues', () => {
  it('have the same texts', () => {
    expect(paths(fr).toSorted()).toEqual(paths(en).toSorted());
    expect(paths(en).length).toBeGreaterThan(300);
  });

  it.each([
    ['English', en],
    ['French', fr],
  ])('in %s say something everywhere, whatever fills the gaps', (_, catalogue) => {
    for (const value of [0, 1, 2, 1000, 'Dupont & fils']) {
      const odd = textsOf(catalogue, '', value).filter(
        ([path, text]) =>
          // JSON's own word.
          path !== '.serverPage.facts.nulls' &&
          (text === '' || /undefined|NaN|null|\[object|function|=>| {2}/.test(text)),
      );
      expect(odd, `filled with ${JSON.stringify(value)}`).toEqual([]);
    }
  });

  it('in French never part a sign from its word', () => {
    const parted = textsOf(fr, '', 'Dupont').filter(([, text]) => /[ \u202F][:;?!»]|«[ \u202F]/.test(text));
    expect(parted, 'a no-break space (U+00A0) stands before : ; ? ! » and after «').toEqual([]);
  });

  it.each([
    ['English', en],
    ['French', fr],
  ])('in %s show what they are given', (_, catalogue) => {
    const withNames = [
      catalogue.common.copy('NAME'),
      catalogue.lists.sortBy('NAME'),
      catalogue.cartPage.title('NAME'),
      catalogue.linePage.keptInstead('NAME', 'NAME', 'NAME'),
      catalogue.locks.quote('NAME'),
      catalogue.errors.requestId('NAME'),
    ];
    expect(withNames.filter((text) => !text.includes('NAME'))).toEqual([]);
    expect(catalogue.linePage.keptInstead('FIELD', 'KEPT', 'SENT')).toMatch(/FIELD.*KEPT.*SENT/);
  });

  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)('load by language: %s', async (language, whole) => {
    expect(await loadAllMessages(language)).toEqual(whole);
    expect(whole).toMatchObject(await loadEditorMessages(language));
    expect(await loadEditorMessages(language)).toMatchObject(await loadMessages(language));
  });
});

describe('a number of things', () => {
  it.each([
    [1, 0, '1 point to complete', '1 point à compléter'],
    [2, 0, '2 points to complete', '2 points à compléter'],
    [0, 1, '1 point to correct', '1 point à corriger'],
    [0, 2, '2 points to correct', '2 points à corriger'],
    [1, 1, '1 point to complete, 1 to correct', '1 point à compléter, 1 à corriger'],
    [3, 2, '3 points to complete, 2 to correct', '3 points à compléter, 2 à corriger'],
  ])('missing (%i) and wrong (%i) agrees with its noun', (missing, wrong, english, french) => {
    expect(en.linePage.openPoints(missing, wrong)).toBe(english);
    expect(fr.linePage.openPoints(missing, wrong)).toBe(french);
  });

  it.each([
    [0, '0 of 0 lines ready to confirm', '0 ligne prête à confirmer sur 0'],
    [1, '0 of 1 line ready to confirm', '0 ligne prête à confirmer sur 1'],
    [5, '0 of 5 lines ready to confirm', '0 ligne prête à confirmer sur 5'],
  ])('of which none is ready of %i agrees', (total, english, french) => {
    expect(en.cartPage.readiness(0, total)).toBe(english);
    expect(fr.cartPage.readiness(0, total)).toBe(french);
  });
});
