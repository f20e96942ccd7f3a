import { lineMessages } from './line';
import { unsavedMessages } from './unsaved';

/** What the editor of a line says beyond the first rows. */
export const messages = { ...lineMessages, ...unsavedMessages };

export type EditorTexts = typeof messages;
