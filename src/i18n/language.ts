import { storePreference, readPreference } from '~/browser-storage/preferences';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = STORAGE_KEYS.language;

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The person's choice on this browser, else the first of the browser's languages that we speak, else French. */
export function preferredLanguage(): Language {
  const stored = readPreference(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fr';
}

export function storeLanguage(language: Language): void {
  storePreference(STORED, language);
}

/**
 * Texts that come after the first ones: asked for once a language, and the promise is always the same. Once it is kept it
 * says so in the way that React's `use` looks for, so that nothing waits for texts that are there.
 */
export function memoizeByLanguage<T>(
  load: (language: Language) => Promise<T>,
): (language: Language) => Promise<T> {
  const loading = new Map<Language, Promise<T>>();
  return (language) => {
    const known = loading.get(language);
    if (known) return known;
    const texts = load(language);
    loading.set(language, texts);
    texts.then(
      (value) => Object.assign(texts, { status: 'fulfilled', value }),
      // Who waits for them is told.
      () => undefined,
    );
    return texts;
  };
}
