import { keep, readKept } from './kept';
import type { Messages } from './en';

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
export async function loadMessages(language: Language): Promise<Messages> {
  const catalogue = language === 'fr' ? await import('./fr') : await import('./en');
  return catalogue.messages;
}
