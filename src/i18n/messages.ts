import type { BaseMessages } from '~/i18n/en/first/messages';
import type { EditorTexts } from '~/i18n/en/editor/messages';
import type { RestTexts } from '~/i18n/en/rest/messages';
import { memoizeByLanguage, type Language } from './language';

/*
 * Three pieces a language, each a file of the build: what the first rows of a list need, what the editor of a line needs
 * beside it, and the rest. Each loader gives its piece with those before it.
 */

export type { BaseMessages };
export type EditorMessages = BaseMessages & EditorTexts;
/** Every text of one language. */
export type Messages = EditorMessages & RestTexts;

/** The texts of the frame and of the first rows. */
export async function loadMessages(language: Language): Promise<BaseMessages> {
  const { messages } = await (language === 'fr'
    ? import('~/i18n/fr/first/messages')
    : import('~/i18n/en/first/messages'));
  return messages;
}

/** The texts of the editor of a line, too. */
export const loadEditorMessages = memoizeByLanguage(async (language): Promise<EditorMessages> => {
  const [first, { messages }] = await Promise.all([
    loadMessages(language),
    language === 'fr' ? import('~/i18n/fr/editor/messages') : import('~/i18n/en/editor/messages'),
  ]);
  return { ...first, ...messages };
});

/** Every text. */
export const loadAllMessages = memoizeByLanguage(async (language): Promise<Messages> => {
  const [editor, { messages }] = await Promise.all([
    loadEditorMessages(language),
    language === 'fr' ? import('~/i18n/fr/rest/messages') : import('~/i18n/en/rest/messages'),
  ]);
  return { ...editor, ...messages };
});
