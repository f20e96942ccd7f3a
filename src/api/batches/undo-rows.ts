import { lineIds, readLineIds } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import { isToRemove } from '~/domain/batches/batch-totals';
import { isAsMade } from '~/domain/batches/row-match';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { isApiError } from '~/api/transport/api-error';
import { ifRead, type ApiAnswer } from '~/api/transport/fetch-client';
import { fetchLine } from '~/api/read/order-lines';
import { knownTime } from '~/api/session/server-time';
import { resolveKey, write, type WriteOutcome } from '~/api/write/write';
import { announceBatch } from './announce-batch';
import { BatchPaused, pauseReasonOf, readInRun, type BatchRun } from './batch-run';
import { proveByReading, UNANSWERED, writeInTurn } from './batch-writes';
import { proveBatch, readBatchCart } from './read-batch-cart';

/** Removes the lines that a batch created, one after the other: drafts that are as they were created, and no others. */
export async function undoRows(run: BatchRun): Promise<void> {
  const cart = await readBatchCart(run);
  await announceBatch(run.batch);
  const expected = { ids: lineIds(cart) };
  for (const index of run.batch.rows.keys()) await resolveDeletion(run, index);
  for (;;) {
    const index = run.batch.rows.findIndex(({ state }) => isToRemove(state));
    if (index === -1) break;
    const startedAt = Date.now();
    await removeRow(run, index, expected);
    run.noteRow(Date.now() - startedAt);
  }
  await proveBatch(run);
}

/** The line as it is now; null when it is gone. */
export async function readLineNow(run: BatchRun, lineId: string): Promise<OrderLine | null> {
  try {
    return await readInRun(run, (signal) => fetchLine(lineId, signal));
  } catch (error) {
    if (isApiError(error)) return null;
    throw error;
  }
}

async function removeRow(run: BatchRun, index: number, expected: { ids: readonly string[] }): Promise<void> {
  const state = run.batch.rows[index]?.state;
  if (state?.kind !== 'created') return undefined;
  const { cartId } = run.batch;
  const { lineId, made } = state;
  const line = await readLineNow(run, lineId);
  if (!line) return run.apply(index, { type: 'removed' });
  if (!isDraft(line)) return run.apply(index, { type: 'stay', why: 'ordered' });
  if (!isAsMade(made, line)) return run.apply(index, { type: 'stay', why: 'changed' });
  const base = await lineFingerprint(line);
  await run.pace();
  const outcome = await writeInTurn(cartId, () =>
    write('deleteLine', {
      ids: { cartId, lineId },
      base,
      onKey: (attempt) => run.apply(index, { type: 'remove', attempt, at: knownTime() }),
    }),
  );
  if (outcome.kind === 'done') {
    await run.apply(index, { type: 'removed' });
    return checkOthers(outcome.answer, lineId, expected);
  }
  return takeRefusal(run, index, outcome);
}

/**
 * Which line "Delete an order line" removes is not clear in the document: no other one may go with it. Each answer is the
 * whole cart, so only its ids are read.
 */
function checkOthers(answer: ApiAnswer, lineId: string, expected: { ids: readonly string[] }): void {
  const ids = ifRead(answer, readLineIds);
  if (!ids) return;
  const left = new Set(ids);
  const lost = expected.ids.filter((id) => id !== lineId && !left.has(id));
  expected.ids = ids;
  if (lost.length > 0 || left.has(lineId)) throw new BatchPaused('lines-lost');
}

async function takeRefusal(
  run: BatchRun,
  index: number,
  outcome: Exclude<WriteOutcome, { kind: 'done' }>,
): Promise<void> {
  const { error } = outcome;
  if (outcome.kind === 'unknown') return lookForDeletion(run, index, false);
  const isSent = run.batch.rows[index]?.state.kind === 'removing';
  if (isSent) {
    if (error.status === 404) return lookForDeletion(run, index, true);
    if (error.kind === 'changed') return run.apply(index, { type: 'stay', why: 'changed' });
    await run.apply(index, { type: 'not-removed' });
  }
  if (await run.waitForLimit(error)) return undefined;
  if (outcome.kind === 'refused') await readBatchCart(run);
  throw new BatchPaused(outcome.kind === 'refused' ? 'refused' : pauseReasonOf(error), { cause: error });
}

/** Proves a deletion that an earlier run left open. */
async function resolveDeletion(run: BatchRun, index: number): Promise<void> {
  const state = run.batch.rows[index]?.state;
  if (state?.kind !== 'removing') return;
  const { kind } = await resolveKey(state.attempt, UNANSWERED);
  await lookForDeletion(run, index, kind !== 'unknown');
}

/** `isOver`: the request is over, so one reading decides. Else readings go on until it must be. */
async function lookForDeletion(run: BatchRun, index: number, isOver: boolean): Promise<void> {
  const state = run.batch.rows[index]?.state;
  if (state?.kind !== 'removing') return;
  const line = await proveByReading(
    run,
    { at: state.at, isOver },
    async () => ({ now: await readLineNow(run, state.lineId) }),
    ({ now }) => now === null,
  );
  run.check();
  if (line === null) throw new BatchPaused('network');
  await run.apply(index, { type: line.now === null ? 'removed' : 'not-removed' });
}
