import type { FieldPath } from '~/domain/fields/field-paths';
import { NO_CHOICES, type ReadChoices } from '~/domain/import/read-rows';

/*
 * What a person changes in rows that were read from a sheet. Every step is a whole state, so undo and redo bring one back
 * to the letter. Rows are named by their number in the file.
 */

/** A text that a person gave a cell. */
export interface CellEdit {
  readonly row: number;
  readonly field: FieldPath;
  readonly text: string;
}

/** The state after one step. */
export interface ImportWork {
  /** The answers to what was asked about whole columns. */
  readonly choices: ReadChoices;
  /** By row, then by field. A row without edits is missing. */
  readonly texts: ReadonlyMap<number, ReadonlyMap<FieldPath, string>>;
  /** The rows that are not to be created. */
  readonly leftOut: ReadonlySet<number>;
}

export interface ImportEdits {
  readonly present: ImportWork;
  /** The newest last. */
  readonly past: readonly ImportWork[];
  /** What undo took back, the next to redo last. */
  readonly future: readonly ImportWork[];
}

export type ImportEditAction =
  | { readonly type: 'write'; readonly cells: readonly CellEdit[] }
  | { readonly type: 'choose'; readonly choices: ReadChoices }
  | { readonly type: 'leave-out'; readonly rows: readonly number[] }
  | { readonly type: 'take-in'; readonly rows: readonly number[] }
  | { readonly type: 'forget' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Steps that can be undone; older ones stand. */
const MOST_STEPS = 100;

/** Nothing changed yet. */
export function noEdits(choices: ReadChoices): ImportEdits {
  return { present: { choices, texts: new Map(), leftOut: new Set() }, past: [], future: [] };
}

/** The edits after one more action. An action that changes nothing is no step. */
export function editImport(edits: ImportEdits, action: ImportEditAction): ImportEdits {
  const { present, past, future } = edits;
  if (action.type === 'forget') return noEdits(NO_CHOICES);
  if (action.type === 'undo') {
    const before = past.at(-1);
    return before ? { present: before, past: past.slice(0, -1), future: [...future, present] } : edits;
  }
  if (action.type === 'redo') {
    const after = future.at(-1);
    return after ? { present: after, past: [...past, present], future: future.slice(0, -1) } : edits;
  }
  const next = changedWork(present, action);
  return next === present
    ? edits
    : { present: next, past: [...past, present].slice(-MOST_STEPS), future: [] };
}

type WorkAction = Exclude<ImportEditAction, { readonly type: 'forget' | 'undo' | 'redo' }>;

function changedWork(work: ImportWork, action: WorkAction): ImportWork {
  if (action.type === 'choose') return { ...work, choices: action.choices };
  if (action.type === 'write') {
    return action.cells.length === 0 ? work : { ...work, texts: withTexts(work.texts, action.cells) };
  }
  const rows = new Set(action.rows);
  const leftOut =
    action.type === 'leave-out'
      ? new Set([...work.leftOut, ...rows])
      : new Set([...work.leftOut].filter((row) => !rows.has(row)));
  return leftOut.size === work.leftOut.size ? work : { ...work, leftOut };
}

/** Whether something would be lost with the page. */
export function hasEdits({ past }: Pick<ImportEdits, 'past'>): boolean {
  return past.length > 0;
}

function withTexts(texts: ImportWork['texts'], cells: readonly CellEdit[]): ImportWork['texts'] {
  const changed = new Map<number, Map<FieldPath, string>>();
  for (const { row, field, text } of cells) {
    const edited = changed.get(row) ?? new Map(texts.get(row));
    changed.set(row, edited.set(field, text));
  }
  return new Map([...texts, ...changed]);
}
