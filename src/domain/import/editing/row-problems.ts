import type { FieldPath } from '~/domain/fields/field-paths';
import type { CheckedRow } from '~/domain/import/check-rows';
import { REQUIRED_TO_CREATE } from '~/domain/lines/confirmation-readiness';

/** What a cell prevents: the creation of its row, its confirmation, or nothing. */
export type CellLevel = 'blocking' | 'open' | 'warning' | 'info';

const RANKS: readonly CellLevel[] = ['info', 'warning', 'open', 'blocking'];
const NOTE_LEVELS = { error: 'blocking', warning: 'warning', info: 'info' } as const;

const levels = new WeakMap<CheckedRow, ReadonlyMap<FieldPath, CellLevel>>();

/** The gravest problem of each field of a row; a field without one is missing. */
export function cellLevels(checked: CheckedRow): ReadonlyMap<FieldPath, CellLevel> {
  const known = levels.get(checked);
  if (known) return known;
  const found = new Map<FieldPath, CellLevel>();
  const add = (field: FieldPath, level: CellLevel) => {
    const before = found.get(field);
    if (before === undefined || RANKS.indexOf(level) > RANKS.indexOf(before)) found.set(field, level);
  };
  for (const [field, { level }] of checked.notes) add(field, NOTE_LEVELS[level]);
  for (const { key, severity, code } of checked.issues) {
    const isNeeded = code === 'required' && REQUIRED_TO_CREATE.some((field) => field === key);
    add(key, severity === 'warning' ? 'warning' : isNeeded ? 'blocking' : 'open');
  }
  levels.set(checked, found);
  return found;
}

/** A cell by its place among the rows and columns that are shown, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The next cell with a problem after a place, or the one before it, row by row and around the end; null when there is none.
 * A note for information is none.
 */
export function nextProblem(
  rows: readonly CheckedRow[],
  fields: readonly FieldPath[],
  from: CellPlace,
  direction: 1 | -1,
): CellPlace | null {
  const count = rows.length * fields.length;
  const start = from.row * fields.length + from.column;
  for (let steps = 1; steps <= count; steps += 1) {
    const at = (start + direction * steps + count) % count;
    const row = Math.floor(at / fields.length);
    const column = at % fields.length;
    const checked = rows[row];
    const field = fields[column];
    const level = checked && field !== undefined ? cellLevels(checked).get(field) : undefined;
    if (level !== undefined && level !== 'info') return { row, column };
  }
  return null;
}
