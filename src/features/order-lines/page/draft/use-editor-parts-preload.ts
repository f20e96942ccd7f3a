import { useEffect } from 'react';
import { useI18n } from '~/i18n/I18nProvider';
import { loadAllMessages } from '~/i18n/messages';

/** The build puts the parts that the editor shows only sometimes into one file: one of them brings the others. */
const loadParts = () => import('~/features/order-lines/unsaved/LineAutosave');

/** Loads those parts, so that they work without a network. A failed load is repeated on use. */
export function useEditorPartsPreload(): void {
  const { language } = useI18n();
  useEffect(() => {
    for (const load of [loadParts, () => loadAllMessages(language)]) {
      load().catch(() => undefined);
    }
  }, [language]);
}
