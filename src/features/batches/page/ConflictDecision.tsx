import { Suspense } from 'react';
import type { BatchView } from '~/api/batches/batches';
import { mergeLine } from '~/domain/lines/order-line-changes';
import { useBatches } from '~/features/batches/batch-store';
import { LazyConflictResolution } from '~/features/order-lines/conflicts/lazy';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import { rowName } from './receipt-columns';

/** The first row whose fields a colleague changed too: a person decides each. Nothing without one, or while it runs. */
export function ConflictDecision({ view: { batch, runs } }: { readonly view: BatchView }) {
  const messages = useAllMessages();
  const { batches, conflict } = messages;
  const acts = useBatches();
  const index = batch.rows.findIndex(({ state }) => state.kind === 'conflict');
  const row = batch.rows[index];
  if (runs !== null || row?.state.kind !== 'conflict' || !row.change) return null;
  const { conflicts } = mergeLine(row.change.base, row.values, row.state.theirs);
  return (
    <Panel title={batches.decideTitle}>
      <p>{batches.conflictText(index + 1, rowName(row, messages))}</p>
      <Suspense>
        <LazyConflictResolution
          key={index}
          conflicts={conflicts}
          theirs={conflict.theirs}
          mine={conflict.mine}
          action={batches.conflictAction}
          onDecide={(decided) => void acts.decideConflict(batch.id, index, decided)}
        />
      </Suspense>
    </Panel>
  );
}
