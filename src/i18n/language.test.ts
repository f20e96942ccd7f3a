import { afterEach, describe, expect, it, vi } from 'vitest';
import { preferredLanguage, storeLanguage } from './language';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that asks for these languages and remembers this choice. */
function browser(languages: readonly string[], remembered?: string) {
  const kept = new Map(remembered === undefined ? [] : [['orderdesk.language', remembered]]);
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
}

describe('the language', () => {
  it.each([
    [['fr-FR', 'en'], 'fr'],
    [['en-US'], 'en'],
    [['de-DE', 'en-GB', 'fr'], 'en'],
    [['de-DE', 'fr-CH', 'en'], 'fr'],
    [['de', 'es'], 'fr'],
    [[], 'fr'],
  ])('of a browser that asks for %j is %s', (languages, expected) => {
    browser(languages);
    expect(preferredLanguage()).toBe(expected);
  });

  it("that the person chose precedes the browser's", () => {
    browser(['fr-FR'], 'en');
    expect(preferredLanguage()).toBe('en');
  });

  it('that is remembered and not spoken here is passed over', () => {
    browser(['en'], 'klingon');
    expect(preferredLanguage()).toBe('en');
  });

  it('is remembered once chosen', () => {
    browser(['fr-FR']);
    storeLanguage('en');
    expect(preferredLanguage()).toBe('en');
  });
});
