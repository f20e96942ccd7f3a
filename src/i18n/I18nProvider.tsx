import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Messages } from './en';
import { createFormats, type Formats } from './formats';
import { loadMessages, storeLanguage, type Language } from './language';

interface I18n {
  readonly language: Language;
  readonly messages: Messages;
  readonly formats: Formats;
  readonly chooseLanguage: (language: Language) => void;
}

const I18nContext = createContext<I18n | null>(null);

interface I18nProviderProps {
  readonly initial: { readonly language: Language; readonly messages: Messages };
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
        void loadMessages(chosen).then((loaded) => setCurrent({ language: chosen, messages: loaded }));
      },
    }),
    [language, messages],
  );
  return <I18nContext value={value}>{children}</I18nContext>;
}

/** The language in use, its texts and formats. */
export function useI18n(): I18n {
  const i18n = use(I18nContext);
  if (!i18n) throw new Error('useI18n is called outside of I18nProvider');
  return i18n;
}

export function useMessages(): Messages {
  return useI18n().messages;
}

export function useFormats(): Formats {
  return useI18n().formats;
}
