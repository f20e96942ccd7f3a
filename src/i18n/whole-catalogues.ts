import { messages as baseEnglish } from './en';
import { workMessages as workEnglish } from './en-work';
import { messages as baseFrench } from './fr';
import { workMessages as workFrench } from './fr-work';
import type { Messages } from './I18nProvider';

/** Both halves of each language, for tests; the app loads them one by one. */
export const english: Messages = { ...baseEnglish, ...workEnglish };
export const french: Messages = { ...baseFrench, ...workFrench };
