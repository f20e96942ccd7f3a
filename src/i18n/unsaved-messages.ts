import { use } from 'react';
import type { UnsavedMessages } from './en-unsaved';
import { useI18n } from './I18nProvider';
import { onceALanguage } from './language';

/** The texts about what is not saved. */
export const loadUnsavedMessages = onceALanguage(async (language): Promise<UnsavedMessages> => {
  const catalogue = await (language === 'fr' ? import('./fr-unsaved') : import('./en-unsaved'));
  return catalogue.unsavedMessages;
});

/** What is said of text that is not saved; waits for it under the nearest Suspense. */
export function useUnsavedMessages(): UnsavedMessages {
  return use(loadUnsavedMessages(useI18n().language));
}
