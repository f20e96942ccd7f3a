import { Progress } from '@mantine/core';
import type { BatchView } from '~/api/batches/batches';
import { batchStatus, batchTotals, minutesLeft, rowsLeft } from '~/domain/batches/batch-totals';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { VerificationNote } from '~/ui/fields/VerificationNote';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/feedback/Notice';
import { RemoveOriginals } from './RemoveOriginals';
import styles from './BatchPage.module.css';
import { percentOf } from '~/ui/feedback/percent';

/** How far a batch is, why it does not run, and what came of it. */
export function BatchProgress({ view }: { readonly view: BatchView }) {
  const { batch, runs } = view;
  if (runs !== null) return <RunningNote view={view} />;
  const status = batchStatus(batch, false);
  if (status.kind === 'paused' || status.kind === 'incomplete') return <PauseNote view={view} />;
  return <EndNote view={view} />;
}

function RunningNote({ view: { batch, runs, progress } }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const { time } = useFormats();
  const left = rowsLeft(batch);
  const { wait, checkingSince, rowMs } = progress;
  return (
    <div className={styles['progress']}>
      {runs === 'elsewhere' && (
        <Notice tone="neutral" announce="status">
          <p>{batches.elsewhere}</p>
        </Notice>
      )}
      <Progress value={percentOf(batch.rowCount - left, batch.rowCount)} aria-label={batches.title} />
      <p>
        {batch.cart.state === 'there'
          ? batches.progress(batch.rowCount - left, batch.rowCount)
          : batches.creatingCart}
        {rowMs !== null && left > 0 && `, ${batches.minutesLeft(minutesLeft(left, rowMs))}`}
      </p>
      {progress.isQueued && <p role="status">{batches.queued}</p>}
      {wait && <p role="status">{batches.waits[wait.limit](time(new Date(wait.until)))}</p>}
      <VerificationNote since={checkingSince === null ? null : new Date(checkingSince)} />
    </div>
  );
}

function PauseNote({ view: { batch } }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const status = batchStatus(batch, false);
  return (
    <Notice tone="warning" announce="alert">
      <p>
        {status.kind === 'paused'
          ? batches.pauses[status.why]
          : batches.incomplete(batch.rows.length, batch.rowCount)}
      </p>
    </Notice>
  );
}

function EndNote({ view }: { readonly view: BatchView }) {
  return view.batch.kind === 'change' ? <ChangesEndNote view={view} /> : <CreationsEndNote view={view} />;
}

function ChangesEndNote({ view: { batch } }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const { changed, reverted, failed, rows } = batchTotals(batch);
  const status = batchStatus(batch, false).kind;
  return (
    <Notice tone={failed > 0 ? 'warning' : 'good'} announce="status">
      {status === 'undone' && <p>{batches.reverted(reverted, changed)}</p>}
      {status === 'done' && <p>{batches.done(rows)}</p>}
      {status !== 'undone' && <p>{batches.changed(changed)}</p>}
    </Notice>
  );
}

function CreationsEndNote({ view: { batch } }: { readonly view: BatchView }) {
  const { batches, copies } = useAllMessages();
  const { removed, created, failed, rows } = batchTotals(batch);
  const status = batchStatus(batch, false).kind;
  const inCart = created - batch.missingIds.length;
  return (
    <Notice
      tone={failed > 0 || batch.missingIds.length > 0 ? 'warning' : 'good'}
      announce="status"
      actions={
        batch.cartId !== '' && (
          <LinkButton variant="filled" to="/carts/$cartId" params={{ cartId: batch.cartId }}>
            {copies.open}
          </LinkButton>
        )
      }
    >
      {status === 'undone' && <p>{batches.undone(removed, created)}</p>}
      {status === 'done' && <p>{batches.done(rows)}</p>}
      {status !== 'undone' && (
        <p>{batch.kind === 'import' ? batches.imported(inCart) : copies.done(inCart)}</p>
      )}
      {batch.missingIds.length > 0 && <p>{batches.missing(batch.missingIds.length)}</p>}
      {batch.kind === 'moved' && !batch.isUndoing && <RemoveOriginals batch={batch} />}
    </Notice>
  );
}
