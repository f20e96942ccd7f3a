import { readOrderLine, type OrderLine } from '~/contract/order-line';
import type { BatchRow } from '~/domain/batches/batch';
import { changeStep, showsChange, valuesAfter } from '~/domain/batches/change-step';
import { isInDoubt, type RowState } from '~/domain/batches/row-state';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { ifRead } from '~/api/transport/fetch-client';
import { knownTime } from '~/api/session/server-time';
import type { ApiError } from '~/api/transport/api-error';
import { resolveKey, type WriteOutcome } from '~/api/write/write';
import { announceBatch } from './announce-batch';
import { BatchPaused, pauseReasonOf, type BatchRun } from './batch-run';
import { patchInTurn, proveByReading, UNANSWERED } from './batch-writes';
import { isOfRow, rowRefusalOf } from './create-rows';
import { readLineNow } from './undo-rows';

/*
 * The rows of a batch of changes, one after the other. Each is decided on a fresh reading of its line, and the gateway
 * refuses a write whose line has changed since that reading.
 */

/** How often a row is decided anew because its line changed between the reading and the write. */
export const MOST_TRIES = 4;

/** What a run remembers of its rows: how often each was sent, and the carts that take nothing at the moment. */
export interface Tries {
  readonly counts: Map<number, number>;
  readonly lockedCarts: Set<string>;
}

/** Changes the lines that wait. A cart that is being confirmed holds its own lines back, and no others. */
export async function changeRows(run: BatchRun): Promise<void> {
  await announceBatch(run.batch);
  await proveChanges(run);
  await eachRow(run, ({ kind }) => kind === 'waiting', changeRow);
  const isOpen = run.batch.rows.some(({ state }) => state.kind === 'conflict');
  if (isOpen) throw new BatchPaused('to-decide');
  await run.save({ ...run.batch, pause: null, provedAt: knownTime() });
}

/** Works on rows as long as one is open. Throws BatchPaused in the end where locked carts held some back. */
export async function eachRow(
  run: BatchRun,
  isOpen: (state: RowState) => boolean,
  work: (run: BatchRun, index: number, row: BatchRow, tries: Tries) => Promise<void>,
): Promise<void> {
  const tries: Tries = { counts: new Map(), lockedCarts: new Set() };
  for (;;) {
    const { rows } = run.batch;
    const index = rows.findIndex(
      ({ state, change }) => isOpen(state) && !tries.lockedCarts.has(change?.cartId ?? ''),
    );
    const row = rows[index];
    if (!row) break;
    const startedAt = Date.now();
    run.check();
    await work(run, index, row, tries);
    run.noteRow(Date.now() - startedAt);
  }
  if (tries.lockedCarts.size > 0) throw new BatchPaused('locked');
}

async function changeRow(
  run: BatchRun,
  index: number,
  { values, change }: BatchRow,
  tries: Tries,
): Promise<void> {
  if (!change) throw new Error('The row changes no line');
  const { lineId, cartId, base } = change;
  const line = await readLineNow(run, lineId);
  if (!line) return run.apply(index, { type: 'skip', why: 'line-gone' });
  if (!isDraft(line)) return run.apply(index, { type: 'skip', why: 'line-ordered' });
  const step = changeStep(base, values, line);
  if (step.kind === 'unchanged') return run.apply(index, { type: 'unchanged', lineId });
  if (step.kind === 'conflict') return run.apply(index, { type: 'conflict', lineId, theirs: line });
  if (step.kind !== 'write') return run.apply(index, { type: 'skip', why: 'locked' });
  await run.pace();
  const { after, patch } = step;
  const outcome = await patchInTurn(cartId, line, patch, (attempt) =>
    run.apply(index, { type: 'send', attempt, at: knownTime(), before: line, after }),
  );
  const answer = outcome.kind === 'done' ? ifRead(outcome.answer, readOrderLine) : null;
  if (answer) {
    return run.apply(index, { type: 'changed', lineId, before: line, after: valuesAfter(after, answer) });
  }
  if (outcome.kind === 'done' || outcome.kind === 'unknown') {
    await run.apply(index, { type: 'in-doubt' });
    return proveByLine(run, index, false);
  }
  return takeRefusal(run, { index, cartId, lineId }, outcome, tries);
}

type Refusal = Exclude<WriteOutcome, { kind: 'done' }>;

interface RowPlace {
  readonly index: number;
  readonly cartId: string;
  readonly lineId: string;
}

async function takeRefusal(
  run: BatchRun,
  { index, cartId, lineId }: RowPlace,
  outcome: Refusal,
  tries: Tries,
): Promise<void> {
  const { error } = outcome;
  const count = (tries.counts.get(index) ?? 0) + 1;
  tries.counts.set(index, count);
  if (isOfRow(outcome)) {
    const line = await readLineNow(run, lineId);
    // A line that is no draft any more is told by its next reading, not by the refusal.
    if (count >= MOST_TRIES || (line && isDraft(line)))
      return run.apply(index, { type: 'refused', ...rowRefusalOf(error) });
  }
  const mayDiffer = isStale(error);
  if (mayDiffer && count >= MOST_TRIES) return run.apply(index, { type: 'refused', ...rowRefusalOf(error) });
  // The row may not have left the page: then it waits still.
  if (run.batch.rows[index]?.state.kind === 'sending') await run.apply(index, { type: 'not-sent' });
  if (mayDiffer || isOfRow(outcome)) return undefined;
  return waitOrPause(run, { cartId, outcome }, tries);
}

/** Whether the line is not the one that was read: another reading says what is to be done. */
export function isStale({ kind }: ApiError): boolean {
  return kind === 'changed' || kind === 'not-found';
}

/** After a refusal that is not about the row. A cart that is being confirmed takes nothing, and others do. */
export async function waitOrPause(
  run: BatchRun,
  { cartId, outcome }: { readonly cartId: string; readonly outcome: Refusal },
  { lockedCarts }: Tries,
): Promise<void> {
  const { error } = outcome;
  if (error.kind === 'confirming' || error.kind === 'write-in-doubt') {
    lockedCarts.add(cartId);
    return undefined;
  }
  if (await run.waitForLimit(error)) return undefined;
  throw new BatchPaused(pauseReasonOf(error), { cause: error });
}

/** Proves each change that an earlier run left open. */
export async function proveChanges(run: BatchRun): Promise<void> {
  for (const [index, { state }] of run.batch.rows.entries()) {
    if (!isInDoubt(state)) continue;
    // The gateway voids a key that never arrived, so that no copy of the request comes late.
    const outcome = await resolveKey(state.attempt, UNANSWERED);
    const answer = outcome.kind === 'done' ? ifRead(outcome.answer, readOrderLine) : null;
    const { before, after } = state;
    if (answer && before && after) {
      await run.apply(index, {
        type: 'changed',
        lineId: answer.id,
        before,
        after: valuesAfter(after, answer),
      });
    } else {
      await proveByLine(run, index, outcome.kind === 'refused' || outcome.kind === 'not-sent');
    }
  }
}

/** `isOver`: the request is over, so one reading decides. Else readings go on until it must be. */
async function proveByLine(run: BatchRun, index: number, isOver: boolean): Promise<void> {
  const row = run.batch.rows[index];
  if (!row?.change || !isInDoubt(row.state)) return undefined;
  const { at, before, after } = row.state;
  const { lineId } = row.change;
  const isShown = (line: OrderLine | null) =>
    line !== null && !!before && !!after && showsChange({ before, after }, line);
  const reading = await proveByReading(
    run,
    { at, isOver },
    async () => ({ line: await readLineNow(run, lineId) }),
    ({ line }) => isShown(line),
  );
  if (reading === null) {
    run.check();
    throw new BatchPaused('network');
  }
  const { line } = reading;
  if (line && before && after && isShown(line)) {
    return run.apply(index, { type: 'changed', lineId, before, after: valuesAfter(after, line) });
  }
  return run.apply(index, { type: 'absent' });
}
