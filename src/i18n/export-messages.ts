import { use } from 'react';
import type { ExportMessages } from './en-exports';
import { useI18n } from './I18nProvider';
import type { Language } from './language';

const asked = new Map<Language, Promise<ExportMessages>>();

/** The texts of exporting, asked for once; the promise is always the same. */
export function loadExportMessages(language: Language): Promise<ExportMessages> {
  const known = asked.get(language);
  if (known) return known;
  const loading = importExport(language);
  asked.set(language, loading);
  return loading;
}

async function importExport(language: Language): Promise<ExportMessages> {
  const catalogue = language === 'fr' ? await import('./fr-exports') : await import('./en-exports');
  return catalogue.exportMessages;
}

/** What is said of exporting; waits for it under the nearest Suspense. */
export function useExportMessages(): ExportMessages {
  return use(loadExportMessages(useI18n().language));
}
