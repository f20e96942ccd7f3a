import type { Batch, PauseReason } from './batch';
import type { RowState } from './row-state';

/** How many rows are in each state. What an undo has under way counts as sending. */
export type BatchTotals = Readonly<Record<TotalKind, number>> & {
  /** The number of rows that the batch was started with. */
  readonly rows: number;
  /** Whether the states add up to it. */
  readonly addsUp: boolean;
};

export const TOTAL_KINDS = [
  'created',
  'changed',
  'present',
  'unchanged',
  'removed',
  'reverted',
  'skipped',
  'failed',
  'conflict',
  'unknown',
  'sending',
  'waiting',
] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

export function totalKind({ kind }: RowState): TotalKind {
  return kind === 'removing' || kind === 'reverting' ? 'sending' : kind;
}

/** The totals of a receipt. Rows that the journal lost make it not add up. */
export function batchTotals({ rows, rowCount }: Pick<Batch, 'rows' | 'rowCount'>): BatchTotals {
  const counts: Record<TotalKind, number> = {
    created: 0,
    changed: 0,
    present: 0,
    unchanged: 0,
    removed: 0,
    reverted: 0,
    skipped: 0,
    failed: 0,
    conflict: 0,
    unknown: 0,
    sending: 0,
    waiting: 0,
  };
  for (const { state } of rows) counts[totalKind(state)] += 1;
  const sum = TOTAL_KINDS.reduce((total, kind) => total + counts[kind], 0);
  return { ...counts, rows: rowCount, addsUp: sum === rowCount };
}

export type BatchStatus =
  | { readonly kind: 'running' | 'done' | 'stopped' | 'undone' | 'incomplete' }
  | { readonly kind: 'paused'; readonly why: PauseReason };

/**
 * The state of a batch in a word. `done` needs totals that add up, no open row and a reading that proved them.
 * `incomplete`: the journal has lost rows.
 */
export function batchStatus(batch: Batch, isRunning: boolean): BatchStatus {
  const totals = batchTotals(batch);
  if (isRunning) return { kind: 'running' };
  if (!totals.addsUp) return { kind: 'incomplete' };
  if (batch.pause !== null) return { kind: 'paused', why: batch.pause };
  const isOpen = totals.unknown + totals.sending + totals.waiting + totals.conflict > 0;
  const isUndone = batch.isUndoing && batch.rows.every(({ state }) => !isToRemove(state));
  if (isUndone && totals.sending === 0) return { kind: 'undone' };
  if (isOpen || batch.isUndoing) return { kind: 'paused', why: 'interrupted' };
  if (batch.isStopped) return { kind: 'stopped' };
  return batch.provedAt === null ? { kind: 'paused', why: 'interrupted' } : { kind: 'done' };
}

/** Whether an undo has still to remove the line of a row, or to put back its values. */
export function isToRemove(state: RowState): boolean {
  if (state.kind === 'created' || state.kind === 'changed') return state.stays === undefined;
  return state.kind === 'removing' || state.kind === 'reverting';
}

/** Whether a person can go on with the batch: something is open, or was refused. */
export function canGoOn(batch: Batch): boolean {
  const { kind } = batchStatus(batch, false);
  // A conflict waits for a decision, and for nothing else.
  if (kind === 'paused') return batch.isUndoing || rowsLeft(batch) === 0 || hasRowToSend(batch);
  return kind === 'done' && batch.rows.some(({ state }) => state.kind === 'failed');
}

function hasRowToSend({ rows }: Batch): boolean {
  return rows.some(({ state }) => OPEN.includes(state.kind) && state.kind !== 'conflict');
}

/** Whether an undo would remove or put back something. */
export function canUndo(batch: Batch): boolean {
  return !batch.isUndoing && batch.rows.some(({ state }) => isToRemove(state));
}

const OPEN: readonly RowState['kind'][] = ['waiting', 'sending', 'unknown', 'conflict'];

/** How many rows are left, of which a run has not said its last word. */
export function rowsLeft({ rows, isUndoing }: Batch): number {
  return rows.filter(({ state }) => (isUndoing ? isToRemove(state) : OPEN.includes(state.kind))).length;
}

/** How many rows a batch has still to do something about; 0 for one that is over. */
export function openRows(batch: Batch): number {
  const { kind } = batchStatus(batch, false);
  return kind === 'paused' ? rowsLeft(batch) : 0;
}

/** Whole minutes until `count` rows are done, at least 1, for the time of one row in milliseconds. */
export function minutesLeft(count: number, rowMs: number): number {
  return Math.max(1, Math.ceil((count * rowMs) / 60_000));
}
