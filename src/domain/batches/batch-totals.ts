import type { Batch, PauseReason } from './batch';
import type { RowState } from './row-state';

/** How many rows are in each state. A deletion under way counts as sending. */
export type BatchTotals = Readonly<Record<TotalKind, number>> & {
  /** The number of rows that the batch was started with. */
  readonly rows: number;
  /** Whether the states add up to it. */
  readonly addsUp: boolean;
};

export const TOTAL_KINDS = [
  'created',
  'present',
  'removed',
  'skipped',
  'failed',
  'unknown',
  'sending',
  'waiting',
] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

export function totalKind({ kind }: RowState): TotalKind {
  return kind === 'removing' ? 'sending' : kind;
}

/** The totals of a receipt. Rows that the journal lost make it not add up. */
export function batchTotals({ rows, rowCount }: Pick<Batch, 'rows' | 'rowCount'>): BatchTotals {
  const counts: Record<TotalKind, number> = {
    created: 0,
    present: 0,
    removed: 0,
    skipped: 0,
    failed: 0,
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
  const isOpen = totals.unknown + totals.sending + totals.waiting > 0;
  const isUndone = batch.isUndoing && batch.rows.every(({ state }) => !isToRemove(state));
  if (isUndone && totals.sending === 0) return { kind: 'undone' };
  if (isOpen || batch.isUndoing) return { kind: 'paused', why: 'interrupted' };
  if (batch.isStopped) return { kind: 'stopped' };
  return batch.provedAt === null ? { kind: 'paused', why: 'interrupted' } : { kind: 'done' };
}

/** Whether an undo has still to remove the line of a row. */
export function isToRemove(state: RowState): boolean {
  return state.kind === 'removing' || (state.kind === 'created' && state.stays === undefined);
}

/** Whether a person can go on with the batch: something is open, or was refused. */
export function canGoOn(batch: Batch): boolean {
  const { kind } = batchStatus(batch, false);
  if (kind === 'paused') return true;
  return kind === 'done' && batch.rows.some(({ state }) => state.kind === 'failed');
}

/** Whether an undo would remove something. */
export function canUndo(batch: Batch): boolean {
  return !batch.isUndoing && batch.rows.some(({ state }) => isToRemove(state));
}

/** How many rows are left, of which a run has not said its last word. */
export function rowsLeft({ rows, isUndoing }: Batch): number {
  return rows.filter(({ state }) =>
    isUndoing ? isToRemove(state) : ['waiting', 'sending', 'unknown'].includes(state.kind),
  ).length;
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
