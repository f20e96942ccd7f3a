import { use } from 'react';
import type { ExportMessages } from './en-exports';
import { useI18n } from './I18nProvider';
import { onceALanguage } from './language';

/** The texts of exporting. */
export const loadExportMessages = onceALanguage(async (language): Promise<ExportMessages> => {
  const catalogue = await (language === 'fr' ? import('./fr-exports') : import('./en-exports'));
  return catalogue.exportMessages;
});

/** What is said of exporting; waits for it under the nearest Suspense. */
export function useExportMessages(): ExportMessages {
  return use(loadExportMessages(useI18n().language));
}
