import { useMemo } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { toRejections, type Rejections } from './rejection-texts';
import { useStoredRejections } from './rejection-store';

/** What was rejected on a line and on the line that it was copied from, for its form. */
export function useRejections(line: OrderLine | null): Rejections {
  const stored = useStoredRejections(line?.id);
  const { rejections } = useEditorMessages();
  return useMemo(() => toRejections(line, stored, rejections), [line, stored, rejections]);
}
