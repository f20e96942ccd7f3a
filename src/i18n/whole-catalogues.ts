import { messages as baseEnglish } from './en';
import { workMessages as workEnglish } from './en-work';
import { entryMessages as entryEnglish } from './en-entry';
import { unsavedMessages as unsavedEnglish } from './en-unsaved';
import { messages as baseFrench } from './fr';
import { workMessages as workFrench } from './fr-work';
import { entryMessages as entryFrench } from './fr-entry';
import { unsavedMessages as unsavedFrench } from './fr-unsaved';
import type { Messages } from './I18nProvider';
import type { EntryMessages } from './en-entry';
import type { UnsavedMessages } from './en-unsaved';

/** All parts of each language, for tests; the app loads them one by one. */
export const english: Messages & UnsavedMessages & EntryMessages = {
  ...baseEnglish,
  ...workEnglish,
  ...unsavedEnglish,
  ...entryEnglish,
};
export const french: Messages & UnsavedMessages & EntryMessages = {
  ...baseFrench,
  ...workFrench,
  ...unsavedFrench,
  ...entryFrench,
};
