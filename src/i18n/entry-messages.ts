import { use } from 'react';
import type { EntryMessages } from './en-entry';
import { useI18n } from './I18nProvider';
import type { Language } from './language';

const asked = new Map<Language, Promise<EntryMessages>>();

/** The texts of what makes entry quick, asked for once; the promise is always the same. */
export function loadEntryMessages(language: Language): Promise<EntryMessages> {
  const known = asked.get(language);
  if (known) return known;
  const loading = importEntry(language);
  asked.set(language, loading);
  return loading;
}

async function importEntry(language: Language): Promise<EntryMessages> {
  const catalogue = language === 'fr' ? await import('./fr-entry') : await import('./en-entry');
  return catalogue.entryMessages;
}

/** What is said of duplicating, copying and pasting; waits for it under the nearest Suspense. */
export function useEntryMessages(): EntryMessages {
  return use(loadEntryMessages(useI18n().language));
}
