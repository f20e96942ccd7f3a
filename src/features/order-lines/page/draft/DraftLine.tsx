import { useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useIsCartLocked } from '~/api/records/cart-lock-headers';
import { useSaveLine } from '~/api/mutations/order-line-writes';
import type { EndedInput } from '~/autosave/autosave-records';
import type { OrderLine } from '~/contract/order-line';
import { changedFields } from '~/domain/fields/field-paths';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import type { LineWriter } from '~/features/order-lines/edit-state/save-status';
import { LineForm } from '~/features/order-lines/form/LineForm';
import { forgetRejections } from '~/features/order-lines/rejections/rejection-store';
import { DraftNotices } from './DraftNotices';
import { LazyLineReferences, LazyLineTimeline } from './lazy';
import { useEditorPartsPreload } from './use-editor-parts-preload';

interface DraftLineProps {
  readonly line: OrderLine;
  readonly onReadAgain: () => void;
  /** The line is no draft any more. */
  readonly onConfirmed: (unsaved: EndedInput | null) => void;
}

/** The line was saved: the other tabs that show it read it again. */
function tellOtherTabs(lineId: string): void {
  void import('~/autosave/storage/autosave-tabs').then(({ notifyAutosaveTabs }) =>
    notifyAutosaveTabs({ kind: 'saved', object: `line:${lineId}` }),
  );
}

/** The form of a draft line. */
export function DraftLine({ line, onReadAgain, onConfirmed }: DraftLineProps) {
  useEditorPartsPreload();
  const { hash } = useLocation();
  const save = useSaveLine(line.product_order_id);
  const isCartLocked = useIsCartLocked(line.product_order_id);

  const write: LineWriter = async ({ base, mine }, whileVerifying) => {
    const request = { cartId: line.product_order_id, base: { ...line, ...base }, mine };
    const outcome = await save(request, whileVerifying);
    if (outcome.kind === 'saved') {
      forgetRejections(line.id, changedFields(base, mine));
      tellOtherTabs(line.id);
    }
    return outcome;
  };

  return (
    <LineForm
      saved={line}
      initial={line}
      write={write}
      onConfirmed={onConfirmed}
      isLocked={isCartLocked || !isDraft(line)}
      autosaveTarget={`line:${line.id}`}
      cartId={line.product_order_id}
      onSavedElsewhere={onReadAgain}
      focusKey={hash}
      notices={<DraftNotices line={line} />}
      aside={
        <Suspense>
          <LazyLineTimeline line={line} />
          <LazyLineReferences line={line} stacked />
        </Suspense>
      }
    />
  );
}
