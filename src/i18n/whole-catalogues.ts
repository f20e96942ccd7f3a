import { messages as editorEnglish } from '~/i18n/en/editor/messages';
import { messages as firstEnglish } from '~/i18n/en/first/messages';
import { messages as restEnglish } from '~/i18n/en/rest/messages';
import { messages as editorFrench } from '~/i18n/fr/editor/messages';
import { messages as firstFrench } from '~/i18n/fr/first/messages';
import { messages as restFrench } from '~/i18n/fr/rest/messages';
import type { Messages } from './messages';

/** All pieces of each language, for tests; the app loads them one by one. */
export const english: Messages = { ...firstEnglish, ...editorEnglish, ...restEnglish };
export const french: Messages = { ...firstFrench, ...editorFrench, ...restFrench };
