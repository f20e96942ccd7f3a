import { use } from 'react';
import type { UnsavedMessages } from './en-unsaved';
import { useI18n } from './I18nProvider';
import type { Language } from './language';

const asked = new Map<Language, Promise<UnsavedMessages>>();

/** The texts about what is not saved, asked for once; the promise is always the same. */
export function loadUnsavedMessages(language: Language): Promise<UnsavedMessages> {
  const known = asked.get(language);
  if (known) return known;
  const loading = importUnsaved(language);
  asked.set(language, loading);
  return loading;
}

async function importUnsaved(language: Language): Promise<UnsavedMessages> {
  const catalogue = language === 'fr' ? await import('./fr-unsaved') : await import('./en-unsaved');
  return catalogue.unsavedMessages;
}

/** What is said of text that is not saved; waits for it under the nearest Suspense. */
export function useUnsavedMessages(): UnsavedMessages {
  return use(loadUnsavedMessages(useI18n().language));
}
