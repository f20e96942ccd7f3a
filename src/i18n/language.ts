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

const works = new Map<Language, Promise<WorkMessages>>();

/**
 * The texts that the lists do without, asked for once; the promise is always the same. Once it is kept it says so in the
 * way that React's `use` looks for, so that nothing waits for texts that are there.
 */
export function loadWorkMessages(language: Language): Promise<WorkMessages> {
  const asked = works.get(language);
  if (asked) return asked;
  const work = importWork(language);
  works.set(language, work);
  void work.then((value) => Object.assign(work, { status: 'fulfilled', value }));
  return work;
}

async function importWork(language: Language): Promise<WorkMessages> {
  const catalogue = language === 'fr' ? await import('./fr-work') : await import('./en-work');
  return catalogue.workMessages;
}
