import type { BatchRow } from '~/domain/batches/batch';
import { isToRemove } from '~/domain/batches/batch-totals';
import { revertStep, showsChange } from '~/domain/batches/change-step';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { knownTime } from '~/api/session/server-time';
import { resolveKey } from '~/api/write/write';
import { announceBatch } from './announce-batch';
import { BatchPaused, type BatchRun } from './batch-run';
import { patchInTurn, proveByReading, UNANSWERED } from './batch-writes';
import { eachRow, isStale, MOST_TRIES, waitOrPause, type Tries } from './change-rows';
import { readLineNow } from './undo-rows';

/** Puts the values back that the batch wrote, where they are still its own. */
export async function revertRows(run: BatchRun): Promise<void> {
  await announceBatch(run.batch);
  for (const index of run.batch.rows.keys()) await endReverting(run, index);
  await eachRow(run, isToRemove, revertRow);
  await run.save({ ...run.batch, pause: null, provedAt: knownTime() });
}

/** A value that was put back already differs no more, so a reading says what is left of an undo that was cut. */
async function endReverting(run: BatchRun, index: number): Promise<void> {
  const state = run.batch.rows[index]?.state;
  if (state?.kind !== 'reverting') return;
  const { lineId, before, after, at } = state;
  const { kind } = await resolveKey(state.attempt, UNANSWERED);
  const reading = await proveByReading(
    run,
    { at, isOver: kind !== 'unknown' },
    async () => ({ line: await readLineNow(run, lineId) }),
    ({ line }) => line === null || showsChange({ before: after, after: before }, line),
  );
  if (reading === null) {
    run.check();
    throw new BatchPaused('network');
  }
  await run.apply(index, { type: 'not-reverted' });
}

async function revertRow(
  run: BatchRun,
  index: number,
  { state, change }: BatchRow,
  tries: Tries,
): Promise<void> {
  if (state.kind !== 'changed' || !change) return undefined;
  const { lineId, cartId } = change;
  const line = await readLineNow(run, lineId);
  if (!line) return run.apply(index, { type: 'leave', why: 'changed' });
  if (!isDraft(line)) return run.apply(index, { type: 'leave', why: 'ordered' });
  const { patch, isWhole } = revertStep(state, line);
  if (patch === null)
    return run.apply(index, isWhole ? { type: 'reverted' } : { type: 'leave', why: 'changed' });
  await run.pace();
  const outcome = await patchInTurn(cartId, line, patch, (attempt) =>
    run.apply(index, { type: 'revert', attempt, at: knownTime() }),
  );
  if (outcome.kind === 'done') {
    return run.apply(index, isWhole ? { type: 'reverted' } : { type: 'leave', why: 'changed' });
  }
  if (outcome.kind === 'unknown') return endReverting(run, index);
  if (run.batch.rows[index]?.state.kind === 'reverting') await run.apply(index, { type: 'not-reverted' });
  const count = (tries.counts.get(index) ?? 0) + 1;
  tries.counts.set(index, count);
  if (isStale(outcome.error) && count < MOST_TRIES) return undefined;
  if (outcome.kind === 'refused' && outcome.error.kind !== 'busy')
    throw new BatchPaused('refused', { cause: outcome.error });
  return waitOrPause(run, { cartId, outcome }, tries);
}
