import { useMemo, useSyncExternalStore } from 'react';
import { useI18n } from '~/i18n/I18nProvider';
import type { Language } from '~/i18n/language';
import type { UnsavedMarks } from '~/features/lists/unsaved/unsaved-marks';

const NONE: UnsavedMarks = new Map();

/** The marks of a list's rows. Their code comes after the rows: there are none before `isStarted`. */
export function useUnsavedMarks(of: 'line' | 'cart', isStarted: boolean): UnsavedMarks {
  const { language } = useI18n();
  const { subscribe, current } = useMemo(
    () => lateMarks(of, isStarted ? language : null),
    [of, isStarted, language],
  );
  return useSyncExternalStore(subscribe, current);
}

/** The marks of a list in a language, once their code is there; none without a language. */
function lateMarks(of: 'line' | 'cart', language: Language | null) {
  let marks = NONE;
  return {
    current: () => marks,
    subscribe: (listener: () => void) => {
      if (language === null) return () => undefined;
      const watching = import('~/features/lists/unsaved/unsaved-marks').then(({ watchUnsavedMarks }) =>
        watchUnsavedMarks(of, language, (next) => {
          marks = next;
          listener();
        }),
      );
      return () =>
        void watching.then(
          (stop) => stop(),
          () => undefined,
        );
    },
  };
}
