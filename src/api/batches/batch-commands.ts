import { batchStatus, canGoOn } from '~/domain/batches/batch-totals';
import { foundValues, serverOwnFields } from '~/domain/batches/row-match';
import { nextState, type SkipReason } from '~/domain/batches/row-state';
import { knownTime } from '~/api/session/server-time';
import { fetchLine } from '~/api/read/order-lines';
import { BatchPaused, readInRun, type BatchRun } from './batch-run';
import { createRows, resolveDoubts } from './create-rows';
import { proveBatch } from './read-batch-cart';
import { undoRows } from './undo-rows';

/* What a person has a batch do. Each runs as its owner, and throws BatchPaused where it stops before its end. */

/** Goes on. A second try on a cart that takes no lines any more skips the rows that wait. */
export async function goOnWith(run: BatchRun): Promise<void> {
  const { batch } = run;
  if (batch.isUndoing) return undoRows(run);
  if (batch.isStopped) return stopBatch(run);
  if (!canGoOn(batch)) return undefined;
  if (batchStatus(batch, false).kind === 'done') await sendRefusedAgain(run);
  const before = batch.pause;
  await run.save({ ...run.batch, pause: null, provedAt: null });
  try {
    await createRows(run);
  } catch (error) {
    const why = error instanceof BatchPaused ? error.why : null;
    if (why !== before || (why !== 'confirmed' && why !== 'gone')) throw error;
    await skipWaiting(run, why === 'gone' ? 'cart-gone' : 'cart-confirmed');
    await run.save({ ...run.batch, provedAt: knownTime() });
  }
}

async function sendRefusedAgain(run: BatchRun): Promise<void> {
  for (const [index, { state }] of run.batch.rows.entries())
    if (state.kind === 'failed') await run.apply(index, { type: 'again' });
}

/** Skips the rows that wait, proves those in doubt, and skips the ones that are proved not created. */
export async function stopBatch(run: BatchRun): Promise<void> {
  await skipWaiting(run, 'stopped');
  await run.save({ ...run.batch, isStopped: true, pause: null, provedAt: null });
  if (run.batch.cart.state === 'there') {
    await resolveDoubts(run);
    await skipWaiting(run, 'stopped');
    await proveBatch(run);
  } else {
    await run.save({ ...run.batch, provedAt: knownTime() });
  }
}

async function skipWaiting(run: BatchRun, why: SkipReason): Promise<void> {
  const waiting = run.batch.rows.flatMap(({ state }, index) => (state.kind === 'waiting' ? [index] : []));
  const rows = run.batch.rows.map((row) =>
    row.state.kind === 'waiting' ? { ...row, state: nextState(row.state, { type: 'skip', why }) } : row,
  );
  await run.save({ ...run.batch, rows }, waiting);
}

/** Removes the lines that the batch created. Rows that wait are not sent any more. */
export async function undoBatch(run: BatchRun): Promise<void> {
  await skipWaiting(run, 'stopped');
  await run.save({ ...run.batch, isUndoing: true, pause: null, provedAt: null });
  await undoRows(run);
}

/** Takes a person's word on a row in doubt. The line is read first, and must be of the batch's cart. */
export async function decideRow(run: BatchRun, index: number, lineId: string | null): Promise<void> {
  const row = run.batch.rows[index];
  if (row?.state.kind !== 'unknown') return;
  if (lineId === null) {
    await run.apply(index, { type: 'absent' });
  } else {
    const line = await readInRun(run, (signal) => fetchLine(lineId, signal));
    const made = foundValues(row.values, line, serverOwnFields(run.batch.rows));
    await run.created(index, 'found', { lineId, made });
  }
  throw new BatchPaused('person');
}
