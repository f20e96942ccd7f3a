import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState, type Dispatch } from 'react';
import { knownDrafts } from '~/api/read/known-drafts';
import { readableLines, type Cart } from '~/contract/cart';
import type { FieldPath } from '~/domain/fields/field-paths';
import { withEdits } from '~/domain/import/editing/edited-rows';
import type { ImportEditAction, ImportEdits } from '~/domain/import/editing/import-edits';
import type { RowReader } from '~/domain/import/editing/row-reader';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import { findDuplicates } from '~/domain/import/find-duplicates';
import type { CheckedRow } from '~/domain/import/check-rows';
import type { ImportColumn } from '~/domain/import/match-columns';
import type { ReadChoices } from '~/domain/import/read-rows';
import type { Sheet } from '~/domain/import/sheet';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import { checkEntries, isOfFilter, type RowFilter } from '~/features/import/rows/check-entries';

/** What is checked: rows of one sheet for one cart. */
export interface CheckedSheet {
  readonly cart: Cart;
  /** Today as an ISO date. */
  readonly day: string;
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: readonly ImportColumn[];
  readonly choices: ReadChoices;
  readonly reader: RowReader;
  readonly edits: ImportEdits;
  readonly dispatch: Dispatch<ImportEditAction>;
}

const NO_ROWS: readonly CheckedRow[] = [];

/** The checked rows, which of them are shown, and the fields in the order of the grid. */
export function useCheck({ cart, day, sheet, headerRow, columns, choices, reader, edits }: CheckedSheet) {
  const client = useQueryClient();
  const { present } = edits;
  const table = reader.read(sheet, headerRow, columns, choices);
  const checked = useMemo(
    () => withEdits(table.rows, present).map((row) => reader.check(row, day)),
    [table, present, reader, day],
  );
  // Comparing thousands of rows waits until they are drawn.
  const compared = useDeferredValue(checked, NO_ROWS);
  const duplicates = useMemo(
    () => findDuplicates(compared, readableLines(cart), knownDrafts(client, cart.id)),
    [compared, cart, client],
  );
  const entries = useMemo(
    () => checkEntries(checked, present.leftOut, duplicates),
    [checked, present.leftOut, duplicates],
  );
  // As they were when the filter was chosen: a row that is mended stays in sight.
  const [filtered, setFiltered] = useState<{
    readonly filter: RowFilter;
    readonly rows: ReadonlySet<number>;
  }>({ filter: 'all', rows: new Set() });
  const shown = useMemo(
    () =>
      filtered.filter === 'all'
        ? entries
        : entries.filter(({ checked }) => filtered.rows.has(checked.row.rowNumber)),
    [entries, filtered],
  );
  const fields = useMemo(() => fieldsOf(columns), [columns]);
  return {
    proposals: table.proposals,
    entries,
    shown,
    fields,
    filter: filtered.filter,
    chooseFilter: (filter: RowFilter) =>
      setFiltered({
        filter,
        rows: new Set(
          entries.filter((entry) => isOfFilter(entry, filter)).map(({ checked }) => checked.row.rowNumber),
        ),
      }),
  };
}

/** The imported fields in the order of the file, then all others: a value can be typed in each. */
function fieldsOf(columns: readonly ImportColumn[]): readonly FieldPath[] {
  const imported = columns.flatMap(({ field }) => field ?? []);
  const others = inScreenOrder(IMPORT_FIELDS.map((key) => ({ key }))).map(({ key }) => key);
  return [...new Set([...imported, ...others])];
}
