import type { EditorTexts } from '~/i18n/en/editor/messages';
import { lineMessages } from './line';
import { unsavedMessages } from './unsaved';

export const messages: EditorTexts = { ...lineMessages, ...unsavedMessages };
