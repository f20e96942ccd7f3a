import { use } from 'react';
import type { OrderMessages } from './en-orders';
import { useI18n } from './I18nProvider';
import { onceALanguage } from './language';

/** The texts of placing orders and following them. */
export const loadOrderMessages = onceALanguage(async (language): Promise<OrderMessages> => {
  const catalogue = await (language === 'fr' ? import('./fr-orders') : import('./en-orders'));
  return catalogue.orderMessages;
});

/** The texts of placing orders and following them; waits for them under the nearest Suspense. */
export function useOrderMessages(): OrderMessages {
  return use(loadOrderMessages(useI18n().language));
}
