import type { CheckedRow, RowStatus } from '~/domain/import/check-rows';
import type { Duplicate } from '~/domain/import/find-duplicates';

/** One row as the check shows it. */
export interface CheckEntry {
  readonly checked: CheckedRow;
  readonly state: RowStatus | 'left-out';
  /** Where its values are already. */
  readonly duplicate: Duplicate | null;
}

export const ROW_FILTERS = ['all', 'ready', 'incomplete', 'blocked', 'double', 'left-out'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** The rows with what was decided about them and found out. */
export function checkEntries(
  rows: readonly CheckedRow[],
  leftOut: ReadonlySet<number>,
  duplicates: ReadonlyMap<number, Duplicate>,
): readonly CheckEntry[] {
  return rows.map((checked) => {
    const { rowNumber } = checked.row;
    return {
      checked,
      state: leftOut.has(rowNumber) ? 'left-out' : checked.status,
      duplicate: duplicates.get(rowNumber) ?? null,
    };
  });
}

export function isOfFilter({ state, duplicate }: CheckEntry, filter: RowFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'double' ? duplicate !== null && state !== 'left-out' : state === filter;
}

/** The rows that would be created now. */
export function rowsToCreate(entries: readonly CheckEntry[]): readonly CheckEntry[] {
  return entries.filter(({ state }) => state === 'ready' || state === 'incomplete');
}
