import { cartsOf, type BatchRow } from '~/domain/batches/batch';
import { batchStatus, canGoOn } from '~/domain/batches/batch-totals';
import { foundValues, serverOwnFields } from '~/domain/batches/row-match';
import { nextState, type SkipReason } from '~/domain/batches/row-state';
import { changedFields, type FieldPath } from '~/domain/fields/field-paths';
import { resolveConflicts, type Side } from '~/domain/lines/order-line-changes';
import { knownTime } from '~/api/session/server-time';
import { fetchLine } from '~/api/read/order-lines';
import { BatchPaused, readInRun, type BatchRun } from './batch-run';
import { inTurnOfCarts } from './batch-locks';
import { changeRows, proveChanges } from './change-rows';
import { revertRows } from './revert-rows';
import { createRows, resolveDoubts } from './create-rows';
import { proveBatch } from './read-batch-cart';
import { undoRows } from './undo-rows';

/* What a person has a batch do. Each runs as its owner, and throws BatchPaused where it stops before its end. */

/** Goes on. A second try on a cart that takes no lines any more skips the rows that wait. */
export async function goOnWith(run: BatchRun): Promise<void> {
  const { batch } = run;
  if (batch.isUndoing) return undoInTurn(run);
  if (batch.isStopped) return stopBatch(run);
  if (!canGoOn(batch)) return undefined;
  if (batchStatus(batch, false).kind === 'done') await sendRefusedAgain(run);
  const before = batch.pause;
  await run.save({ ...run.batch, pause: null, provedAt: null });
  if (batch.kind === 'change') return inTurn(run, changeRows);
  try {
    await inTurn(run, createRows);
  } catch (error) {
    const why = error instanceof BatchPaused ? error.why : null;
    if (why !== before || (why !== 'confirmed' && why !== 'gone')) throw error;
    await skipWaiting(run, why === 'gone' ? 'cart-gone' : 'cart-confirmed');
    await run.save({ ...run.batch, provedAt: knownTime() });
  }
}

/** Does work when no other batch works on the same carts. */
async function inTurn(run: BatchRun, work: (run: BatchRun) => Promise<void>): Promise<void> {
  const queue = (isQueued: boolean) => run.report({ isQueued });
  try {
    await inTurnOfCarts(cartsOf(run.batch), run.signal, queue, () => work(run));
  } catch (error) {
    // The waiting ends with an error of its own.
    if (!(error instanceof BatchPaused)) run.check();
    throw error;
  }
}

function undoInTurn(run: BatchRun): Promise<void> {
  return inTurn(run, run.batch.kind === 'change' ? revertRows : undoRows);
}

async function sendRefusedAgain(run: BatchRun): Promise<void> {
  for (const [index, { state }] of run.batch.rows.entries())
    if (state.kind === 'failed') await run.apply(index, { type: 'again' });
}

/** Skips the rows that wait, proves those in doubt, and skips the ones that are proved not created. */
export async function stopBatch(run: BatchRun): Promise<void> {
  await skipWaiting(run, 'stopped');
  await run.save({ ...run.batch, isStopped: true, pause: null, provedAt: null });
  if (run.batch.kind === 'change') {
    await proveChanges(run);
    await skipWaiting(run, 'stopped');
    await run.save({ ...run.batch, provedAt: knownTime() });
  } else if (run.batch.cart.state === 'there') {
    await resolveDoubts(run);
    await skipWaiting(run, 'stopped');
    await proveBatch(run);
  } else {
    await run.save({ ...run.batch, provedAt: knownTime() });
  }
}

async function skipWaiting(run: BatchRun, why: SkipReason): Promise<void> {
  const isOpen = ({ state }: BatchRow) => state.kind === 'waiting' || state.kind === 'conflict';
  const open = run.batch.rows.flatMap((row, index) => (isOpen(row) ? [index] : []));
  const rows = run.batch.rows.map((row) =>
    isOpen(row) ? { ...row, state: nextState(row.state, { type: 'skip', why }) } : row,
  );
  await run.save({ ...run.batch, rows }, open);
}

/** Removes the lines that the batch created. Rows that wait are not sent any more. */
export async function undoBatch(run: BatchRun): Promise<void> {
  await skipWaiting(run, 'stopped');
  await run.save({ ...run.batch, isUndoing: true, pause: null, provedAt: null });
  await undoInTurn(run);
}

/**
 * Takes a person's word on the fields that a colleague changed too. Where it leaves nothing of the row, the row is skipped.
 * Else it waits, and is sent unless the batch was paused for something else.
 */
export async function decideConflict(
  run: BatchRun,
  index: number,
  decided: ReadonlyMap<FieldPath, Side>,
): Promise<void> {
  const { pause, rows } = run.batch;
  const row = rows[index];
  if (row?.state.kind !== 'conflict' || !row.change) return undefined;
  const { theirs } = row.state;
  const { base, mine } = resolveConflicts({ base: row.change.base, mine: row.values, theirs }, decided);
  const state = nextState(
    row.state,
    changedFields(base, mine).length === 0 ? { type: 'skip', why: 'theirs' } : { type: 'decided' },
  );
  const next: BatchRow = { ...row, values: mine, change: { ...row.change, base }, state };
  await run.save({ ...run.batch, rows: rows.map((other) => (other === row ? next : other)) }, [index]);
  if (pause !== 'to-decide') throw new BatchPaused(pause ?? 'person');
  return inTurn(run, changeRows);
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
