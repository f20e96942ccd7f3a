import type { FieldPath } from '~/domain/fields/field-paths';
import type { ImportRow } from '~/domain/import/read-rows';
import type { ImportWork } from './import-edits';

interface EditedRow {
  readonly before: ImportRow;
  readonly after: ImportRow;
}

/** A row whose texts did not change stays the same object, so that it is not checked again. */
const edited = new WeakMap<ReadonlyMap<FieldPath, string>, EditedRow>();

/** The rows with the texts that a person gave them. What was noted about a replaced text is gone with it. */
export function withEdits(
  rows: readonly ImportRow[],
  { texts }: Pick<ImportWork, 'texts'>,
): readonly ImportRow[] {
  if (texts.size === 0) return rows;
  return rows.map((row) => {
    const given = texts.get(row.rowNumber);
    return given ? withTexts(row, given) : row;
  });
}

function withTexts(before: ImportRow, given: ReadonlyMap<FieldPath, string>): ImportRow {
  const known = edited.get(given);
  if (known?.before === before) return known.after;
  const after: ImportRow = {
    ...before,
    texts: new Map([...before.texts, ...given]),
    notes: new Map([...before.notes].filter(([field]) => !given.has(field))),
  };
  edited.set(given, { before, after });
  return after;
}
