import { useEffect, useState } from 'react';
import type { OrderLine } from '~/contract/order-line';
import type { LeafKey } from '~/domain/line-leaves';
import { useI18n } from '~/i18n/I18nProvider';
import { useKeptRejections } from './kept-rejections';

/** What the operator said of each field when it rejected the line ("Termination Error Details"). */
export type Rejections = ReadonlyMap<LeafKey, string>;

const NONE: Rejections = new Map();

/** The same for a line's form, with what was refused on the line that it was copied from. Few lines have any: it comes later. */
export function useRejections(line: OrderLine | null): Rejections {
  const kept = useKeptRejections(line?.id);
  const { language } = useI18n();
  const [rejections, setRejections] = useState(NONE);
  const isAny = Object.keys(kept).length + (line?.termination_error.length ?? 0) > 0;
  useEffect(() => {
    if (!isAny) return undefined;
    let isWanted = true;
    import('./rejection-texts')
      .then(({ loadRejections }) => loadRejections(line, kept, language))
      .then(
        (loaded) => isWanted && setRejections(loaded),
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [isAny, line, kept, language]);
  return isAny ? rejections : NONE;
}
