import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { createFormats, type Formats } from './formats';
import { storeLanguage, type Language } from './language';
import {
  loadAllMessages,
  loadEditorMessages,
  loadMessages,
  type BaseMessages,
  type EditorMessages,
  type Messages,
} from './messages';

interface I18n {
  readonly language: Language;
  readonly messages: BaseMessages;
  readonly formats: Formats;
  readonly chooseLanguage: (language: Language) => void;
}

const I18nContext = createContext<I18n | null>(null);

interface I18nProviderProps {
  readonly initial: { readonly language: Language; readonly messages: BaseMessages };
  readonly children: ReactNode;
}

export function I18nProvider({ initial, children }: I18nProviderProps) {
  const [{ language, messages }, setCurrent] = useState(initial);

  const value = useMemo(
    () => ({
      language,
      messages,
      formats: createFormats(language),
      chooseLanguage: (chosen: Language) => {
        storeLanguage(chosen);
        // All pieces, so that no page that is open has to wait for one.
        void Promise.all([loadMessages(chosen), loadAllMessages(chosen)]).then(([loaded]) => {
          markDocument(chosen);
          return setCurrent({ language: chosen, messages: loaded });
        });
      },
    }),
    [language, messages],
  );
  return <I18nContext value={value}>{children}</I18nContext>;
}

/** Tells the browser and screen readers in which language the document is. */
export function markDocument(language: Language): void {
  document.documentElement.lang = language;
}

/** The language in use, the texts that are always there, and formats. */
export function useI18n(): I18n {
  const i18n = use(I18nContext);
  if (!i18n) throw new Error('useI18n is called outside of I18nProvider');
  return i18n;
}

/** The texts of the frame and of the first rows of a list. */
export function useMessages(): BaseMessages {
  return useI18n().messages;
}

/** The texts of the editor of a line, too; waits for them under the nearest Suspense. */
export function useEditorMessages(): EditorMessages {
  return use(loadEditorMessages(useI18n().language));
}

/** Every text; waits for them under the nearest Suspense. */
export function useAllMessages(): Messages {
  return use(loadAllMessages(useI18n().language));
}

export function useFormats(): Formats {
  return useI18n().formats;
}
