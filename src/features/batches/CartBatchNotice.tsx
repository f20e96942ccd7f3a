import type { BatchView } from '~/api/batches/batches';
import { useOpenBatches, type OpenBatch } from '~/api/records/open-batches';
import { cartsOf, partOfCart } from '~/domain/batches/batch';
import { batchStatus, rowsLeft } from '~/domain/batches/batch-totals';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { LinkButton } from '~/ui/LinkButton';
import { useBatchViews } from './batch-store';

interface CartBatchNoticeProps {
  readonly cartId: string;
  /** Whether the cart takes more lines; where it does not, only this browser's own batches are named. */
  readonly isDraft?: boolean;
  /** Whether the cart is about to be confirmed. */
  readonly isConfirming?: boolean;
}

/** The batches that are not finished with a cart, of this browser and of others. Nothing without one. */
export function CartBatchNotice({ cartId, isDraft = true, isConfirming = false }: CartBatchNoticeProps) {
  const views = useBatchViews();
  const announced = useOpenBatches(cartId);
  if (views === null) return null;
  const own = views
    .filter(({ batch }) => cartsOf(batch).includes(cartId))
    .map((view) => ({ ...view, batch: partOfCart(view.batch, cartId) }))
    .filter(({ batch, runs }) =>
      batch.kind === 'change'
        ? rowsLeft(batch) > 0
        : ['running', 'paused', 'incomplete'].includes(batchStatus(batch, runs !== null).kind),
    );
  const others = (isDraft ? announced : []).filter(({ id }) => views.every(({ batch }) => batch.id !== id));
  return (
    <>
      {own.map((view) => (
        <OwnBatch key={view.batch.id} view={view} isConfirming={isConfirming} />
      ))}
      {others.map((batch) => (
        <OthersBatch key={batch.id} batch={batch} isConfirming={isConfirming} />
      ))}
    </>
  );
}

interface OwnBatchProps {
  readonly view: BatchView;
  readonly isConfirming: boolean;
}

function OwnBatch({ view: { batch, runs }, isConfirming }: OwnBatchProps) {
  const { batches } = useAllMessages();
  const left = rowsLeft(batch);
  const status = batches.statuses[batchStatus(batch, runs !== null).kind];
  return (
    <Notice
      tone="warning"
      actions={
        <LinkButton to="/batches/$batchId" params={{ batchId: batch.id }}>
          {batches.open}
        </LinkButton>
      }
    >
      <p>{batches.onCart(status, batch.rowCount - left, batch.rowCount)}</p>
      {isConfirming && left > 0 && <p>{batches.leftOut(left)}</p>}
    </Notice>
  );
}

interface OthersBatchProps {
  readonly batch: OpenBatch;
  readonly isConfirming: boolean;
}

function OthersBatch({ batch: { rows, left, at }, isConfirming }: OthersBatchProps) {
  const { batches } = useAllMessages();
  const { dateTime } = useFormats();
  return (
    <Notice tone="warning">
      <p>{batches.onCartElsewhere(rows - left, rows, dateTime(new Date(at).toISOString()))}</p>
      {isConfirming && <p>{batches.leftOut(left)}</p>}
    </Notice>
  );
}
