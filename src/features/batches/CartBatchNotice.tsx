import { batchStatus, rowsLeft } from '~/domain/batches/batch-totals';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { LinkButton } from '~/ui/LinkButton';
import { useBatchViews } from './batch-store';

/** The batches that are not finished with a cart. Nothing without one. */
export function CartBatchNotice({ cartId }: { readonly cartId: string }) {
  const { batches } = useAllMessages();
  const views = useBatchViews() ?? [];
  const open = views.filter(
    ({ batch, runs }) =>
      batch.cartId === cartId &&
      ['running', 'paused', 'incomplete'].includes(batchStatus(batch, runs !== null).kind),
  );
  return open.map(({ batch, runs }) => (
    <Notice
      key={batch.id}
      tone="warning"
      actions={
        <LinkButton to="/batches/$batchId" params={{ batchId: batch.id }}>
          {batches.open}
        </LinkButton>
      }
    >
      <p>
        {batches.onCart(
          batches.statuses[batchStatus(batch, runs !== null).kind],
          batch.rowCount - rowsLeft(batch),
          batch.rowCount,
        )}
      </p>
    </Notice>
  ));
}
