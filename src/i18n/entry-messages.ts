import { use } from 'react';
import type { EntryMessages } from './en-entry';
import { useI18n } from './I18nProvider';
import { onceALanguage } from './language';

/** The texts of what makes entry quick. */
export const loadEntryMessages = onceALanguage(async (language): Promise<EntryMessages> => {
  const catalogue = await (language === 'fr' ? import('./fr-entry') : import('./en-entry'));
  return catalogue.entryMessages;
});

/** What is said of duplicating, copying and pasting; waits for it under the nearest Suspense. */
export function useEntryMessages(): EntryMessages {
  return use(loadEntryMessages(useI18n().language));
}
