import { use } from 'react';
import type { OrderMessages } from './en-orders';
import { useI18n } from './I18nProvider';
import type { Language } from './language';

const loaded = new Map<Language, Promise<OrderMessages>>();

/** The texts of placing orders and following them, asked for once a language; the promise is always the same. */
export function loadOrderMessages(language: Language): Promise<OrderMessages> {
  const asked = loaded.get(language);
  if (asked) return asked;
  const texts = importTexts(language);
  loaded.set(language, texts);
  // As React's `use` looks for it, so that nothing waits for texts that are there.
  void texts.then((value) => Object.assign(texts, { status: 'fulfilled', value }));
  return texts;
}

async function importTexts(language: Language): Promise<OrderMessages> {
  const catalogue = language === 'fr' ? await import('./fr-orders') : await import('./en-orders');
  return catalogue.orderMessages;
}

/** The texts of placing orders and following them; waits for them under the nearest Suspense. */
export function useOrderMessages(): OrderMessages {
  return use(loadOrderMessages(useI18n().language));
}
