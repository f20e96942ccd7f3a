import { readableLines } from '~/contract/cart';
import { propertyPathKey } from '~/contract/property-path';
import { readOrderLine, writeLineValues, type LineValues, type OrderLine } from '~/contract/order-line';
import { claimedIds } from '~/domain/batches/batch';
import {
  foundValues,
  holdsRow,
  madeValues,
  matchRows,
  rowIdentity,
  serverOwnFields,
  type Match,
} from '~/domain/batches/row-match';
import { isInDoubt, type RowRefusal } from '~/domain/batches/row-state';
import { creationValues } from '~/domain/lines/order-line-changes';
import type { ApiError } from '~/api/transport/api-error';
import { ifRead } from '~/api/transport/fetch-client';
import { fetchDetail } from '~/api/read/carts';
import { fetchLine } from '~/api/read/order-lines';
import { knownTime } from '~/api/session/server-time';
import { readAfterRefusal } from '~/api/write/verify-write';
import { resolveKey, write, type WriteOutcome } from '~/api/write/write';
import { announceBatch } from './announce-batch';
import { BatchPaused, pauseReasonOf, readInRun, type BatchRun } from './batch-run';
import { proveByReading, UNANSWERED, writeInTurn } from './batch-writes';
import { ensureCart } from './create-batch-cart';
import { proveBatch, readBatchCart } from './read-batch-cart';

/** So that what others see is not old, and costs little. */
const ROWS_PER_ANNOUNCEMENT = 25;

/** Creates the lines of a batch that are missing, one after the other. The first act is a reading of the cart. */
export async function createRows(run: BatchRun): Promise<void> {
  await ensureCart(run);
  await announceBatch(run.batch);
  await resolveDoubts(run);
  await readAtStart(run);
  /** Rows that were refused since the last reading that showed a draft. */
  const refused: number[] = [];
  for (;;) {
    const index = run.batch.rows.findIndex(({ state }) => state.kind === 'waiting');
    if (index === -1) break;
    const startedAt = Date.now();
    await run.pace();
    await sendRow(run, index);
    if (run.batch.rows[index]?.state.kind === 'failed') await checkCart(run, refused, index);
    else refused.length = 0;
    run.noteRow(Date.now() - startedAt);
    if (index % ROWS_PER_ANNOUNCEMENT === 0) void announceBatch(run.batch);
  }
  await proveBatch(run);
}

/** Proves each row that an earlier run, or this one, left open. */
export async function resolveDoubts(run: BatchRun): Promise<void> {
  for (const index of run.batch.rows.keys()) await resolveDoubt(run, index);
}

/** Reads the cart; at the very first time, notes its lines, and the rows that it holds already. */
async function readAtStart(run: BatchRun): Promise<void> {
  const cart = await readBatchCart(run);
  if (run.batch.before !== null) return;
  const lines = readableLines(cart);
  await run.save({ ...run.batch, before: cart.lines.map((row) => (row.ok ? row.value.id : row.id)) });
  const rows = run.batch.rows.map(({ values }) => values);
  const details = await detailsOf(run, rows, lines);
  const matches = matchRows(rows, details, (values, line) => holdsRow(values, line, new Set()), 'first');
  for (const [index, match] of matches.entries())
    if (match.kind === 'line') await run.apply(index, { type: 'present', lineId: match.line.id });
}

/** The details of the lines that may be one of the rows: a cart's own answer leaves fields out. */
async function detailsOf(
  run: BatchRun,
  rows: readonly LineValues[],
  lines: readonly OrderLine[],
): Promise<OrderLine[]> {
  const identities = new Set(rows.map(rowIdentity));
  const details: OrderLine[] = [];
  for (const line of lines.filter((candidate) => identities.has(rowIdentity(candidate))))
    details.push(await readInRun(run, (signal) => fetchLine(line.id, signal)));
  return details;
}

async function sendRow(run: BatchRun, index: number): Promise<void> {
  const row = run.batch.rows[index];
  if (!row) return;
  const { cartId } = run.batch;
  const outcome = await writeInTurn(cartId, () =>
    write('createLine', {
      ids: { cartId },
      body: writeLineValues(creationValues(row.values)),
      onKey: (attempt) => run.apply(index, { type: 'send', attempt, at: knownTime() }),
    }),
  );
  await takeOutcome(run, index, outcome);
}

async function takeOutcome(run: BatchRun, index: number, outcome: WriteOutcome): Promise<void> {
  const line = outcome.kind === 'done' ? ifRead(outcome.answer, readOrderLine) : null;
  const row = run.batch.rows[index];
  if (line && row) {
    return run.created(index, 'answered', { lineId: line.id, made: madeValues(row.values, line) });
  }
  if (outcome.kind === 'done' || outcome.kind === 'unknown') {
    await run.apply(index, { type: 'in-doubt' });
    return resolveByReading(run, index, false);
  }
  const { error } = outcome;
  if (outcome.kind === 'refused' && error.status === 409) {
    // A conflict is also the answer to a doubled request.
    const match = await readAfterRefusal(
      () => matchNow(run, index),
      ({ kind }) => kind !== 'none',
    );
    if (match?.kind !== 'none') return takeMatch(run, index, match);
  }
  if (isOfRow(outcome)) return run.apply(index, { type: 'refused', ...rowRefusalOf(error) });
  // The row may not have left the page: then it waits still.
  if (run.batch.rows[index]?.state.kind === 'sending') await run.apply(index, { type: 'not-sent' });
  if (await run.waitForLimit(error)) return undefined;
  throw new BatchPaused(pauseReasonOf(error), { cause: error });
}

/** Whether a refusal is about the row: the next one may pass. */
export function isOfRow({ kind, error }: Exclude<WriteOutcome, { kind: 'done' }>): boolean {
  if (error.kind === 'too-long') return true;
  return kind === 'refused' && ['invalid', 'conflict', 'fault', 'unreadable'].includes(error.kind);
}

/** What a receipt keeps of a refusal. */
export function rowRefusalOf({ kind, fields, messages }: ApiError): RowRefusal {
  return {
    problem: kind,
    messages: [
      ...fields.map(({ path, message }) => ({ field: propertyPathKey(path), text: message })),
      ...messages.map((text) => ({ field: '', text })),
    ],
  };
}

/** The number of refusals in a row after which the cart is read again. */
const REFUSALS_PER_READING = 20;

/**
 * After a refusal the cart may be no draft any more: then the refused rows wait again, for a person. A series of refusals
 * costs one reading.
 */
async function checkCart(run: BatchRun, refused: number[], index: number): Promise<void> {
  refused.push(index);
  if (refused.length % REFUSALS_PER_READING !== 1) return;
  try {
    await readBatchCart(run);
    refused.splice(0, refused.length - 1);
  } catch (error) {
    for (const each of refused) await run.apply(each, { type: 'again' });
    throw error;
  }
}

async function resolveDoubt(run: BatchRun, index: number): Promise<void> {
  const row = run.batch.rows[index];
  if (!row || !isInDoubt(row.state)) return undefined;
  // The gateway voids a key that never arrived, so that no copy of the request comes late.
  const outcome = await resolveKey(row.state.attempt, UNANSWERED);
  const isOver = outcome.kind === 'refused' || outcome.kind === 'not-sent';
  const line = outcome.kind === 'done' ? ifRead(outcome.answer, readOrderLine) : null;
  if (!line) return resolveByReading(run, index, isOver);
  return run.created(index, 'found', { lineId: line.id, made: madeValues(row.values, line) });
}

/** `isOver`: the request is over, so one reading decides. Else readings go on until it must be. */
async function resolveByReading(run: BatchRun, index: number, isOver: boolean): Promise<void> {
  const state = run.batch.rows[index]?.state;
  if (!state || !isInDoubt(state)) return undefined;
  const match = await proveByReading(
    run,
    { at: state.at, isOver },
    () => matchNow(run, index),
    ({ kind }) => kind !== 'none',
  );
  return takeMatch(run, index, match);
}

/** Null where nothing could be read: the row stays as it is. */
async function takeMatch(run: BatchRun, index: number, match: Match<OrderLine> | null): Promise<void> {
  const row = run.batch.rows[index];
  if (!row) return undefined;
  if (match === null) {
    run.check();
    throw new BatchPaused('network');
  }
  if (match.kind === 'none') return run.apply(index, { type: 'absent' });
  if (match.kind === 'several') {
    await run.apply(index, { type: 'ambiguous', candidates: match.lines.map(({ id }) => id) });
    throw new BatchPaused('unknown');
  }
  const made = foundValues(row.values, match.line, serverOwnFields(run.batch.rows));
  return run.created(index, 'found', { lineId: match.line.id, made });
}

/** Reads the cart, and compares the lines that belong to no row with a row in doubt. */
async function matchNow(run: BatchRun, index: number): Promise<Match<OrderLine>> {
  const { batch, signal } = run;
  const row = batch.rows[index];
  if (!row) return { kind: 'none' };
  const known = new Set([...(batch.before ?? []), ...claimedIds(batch)]);
  const lines = readableLines(await fetchDetail(batch.cartId, signal)).filter(({ id }) => !known.has(id));
  const details: OrderLine[] = [];
  for (const line of lines.filter((candidate) => rowIdentity(candidate) === rowIdentity(row.values)))
    details.push(await fetchLine(line.id, signal));
  const ownFields = serverOwnFields(batch.rows);
  const [match] = matchRows(
    [row.values],
    details,
    (values, line) => holdsRow(values, line, ownFields),
    'several',
  );
  return match ?? { kind: 'none' };
}
