import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { BaseMessages } from './en';
import type { WorkMessages } from './en-work';
import { createFormats, type Formats } from './formats';
import { loadMessages, loadWorkMessages, storeLanguage, type Language } from './language';

/** Every text of one language. */
export type Messages = BaseMessages & WorkMessages;

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

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const value = useMemo(
    () => ({
      language,
      messages,
      formats: createFormats(language),
      chooseLanguage: (chosen: Language) => {
        storeLanguage(chosen);
        // Both halves, so that no page that is open has to wait for the other one.
        void Promise.all([loadMessages(chosen), loadWorkMessages(chosen)]).then(([loaded]) =>
          setCurrent({ language: chosen, messages: loaded }),
        );
      },
    }),
    [language, messages],
  );
  return <I18nContext value={value}>{children}</I18nContext>;
}

/** The language in use, the texts that are always there, and formats. */
export function useI18n(): I18n {
  const i18n = use(I18nContext);
  if (!i18n) throw new Error('useI18n is called outside of I18nProvider');
  return i18n;
}

/** The texts of the frame and of the lists. */
export function useMessages(): BaseMessages {
  return useI18n().messages;
}

/** Every text; waits, under the nearest Suspense, for those that the lists do without. */
export function useAllMessages(): Messages {
  const { language, messages } = useI18n();
  const work = use(loadWorkMessages(language));
  return useMemo(() => ({ ...messages, ...work }), [messages, work]);
}

export function useFormats(): Formats {
  return useI18n().formats;
}
