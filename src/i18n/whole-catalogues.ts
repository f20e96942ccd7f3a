import { messages as baseEnglish } from './en';
import { orderMessages as ordersEnglish, type OrderMessages } from './en-orders';
import { workMessages as workEnglish } from './en-work';
import { entryMessages as entryEnglish } from './en-entry';
import { exportMessages as exportsEnglish } from './en-exports';
import { unsavedMessages as unsavedEnglish } from './en-unsaved';
import { messages as baseFrench } from './fr';
import { orderMessages as ordersFrench } from './fr-orders';
import { workMessages as workFrench } from './fr-work';
import { entryMessages as entryFrench } from './fr-entry';
import { exportMessages as exportsFrench } from './fr-exports';
import { unsavedMessages as unsavedFrench } from './fr-unsaved';
import type { Messages } from './I18nProvider';
import type { EntryMessages } from './en-entry';
import type { ExportMessages } from './en-exports';
import type { UnsavedMessages } from './en-unsaved';

type AllParts = Messages & OrderMessages & UnsavedMessages & EntryMessages & ExportMessages;

/** All parts of each language, for tests; the app loads them one by one. */
export const english: AllParts = {
  ...baseEnglish,
  ...workEnglish,
  ...ordersEnglish,
  ...unsavedEnglish,
  ...entryEnglish,
  ...exportsEnglish,
};
export const french: AllParts = {
  ...baseFrench,
  ...workFrench,
  ...ordersFrench,
  ...unsavedFrench,
  ...entryFrench,
  ...exportsFrench,
};
