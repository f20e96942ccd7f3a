import { messages as baseEnglish } from './en';
import { workMessages as workEnglish } from './en-work';
import { unsavedMessages as unsavedEnglish } from './en-unsaved';
import { messages as baseFrench } from './fr';
import { workMessages as workFrench } from './fr-work';
import { unsavedMessages as unsavedFrench } from './fr-unsaved';
import type { Messages } from './I18nProvider';
import type { UnsavedMessages } from './en-unsaved';

/** All parts of each language, for tests; the app loads them one by one. */
export const english: Messages & UnsavedMessages = { ...baseEnglish, ...workEnglish, ...unsavedEnglish };
export const french: Messages & UnsavedMessages = { ...baseFrench, ...workFrench, ...unsavedFrench };
