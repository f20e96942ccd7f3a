import { keep, readKept } from './kept';
import type { BaseMessages } from './en';
import type { WorkMessages } from './en-work';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'orderdesk.language';

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The person's choice on this browser, else the first of the browser's languages that we speak, else French. */
export function preferredLanguage(): Language {
  const stored = readKept(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fr';
}

export function storeLanguage(language: Language): void {
  keep(STORED, language);
}

/** One chunk a language: only the one in use is loaded. */
export async function loadMessages(language: Language): Promise<BaseMessages> {
  const catalogue = language === 'fr' ? await import('./fr') : await import('./en');
  return catalogue.messages;
}

/**
 * Texts that come after the first ones: asked for once a language, and the promise is always the same. Once it is kept it
 * says so in the way that React's `use` looks for, so that nothing waits for texts that are there.
 */
export function onceALanguage<T>(
  load: (language: Language) => Promise<T>,
): (language: Language) => Promise<T> {
  const asked = new Map<Language, Promise<T>>();
  return (language) => {
    const known = asked.get(language);
    if (known) return known;
    const texts = load(language);
    asked.set(language, texts);
    texts.then(
      (value) => Object.assign(texts, { status: 'fulfilled', value }),
      // Who waits for them is told.
      () => undefined,
    );
    return texts;
  };
}

/** The texts that the lists do without. */
export const loadWorkMessages = onceALanguage(async (language): Promise<WorkMessages> => {
  const catalogue = await (language === 'fr' ? import('./fr-work') : import('./en-work'));
  return catalogue.workMessages;
});
