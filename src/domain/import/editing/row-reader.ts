import { checkRow, type CheckedRow } from '~/domain/import/check-rows';
import type { ImportColumn } from '~/domain/import/match-columns';
import { readImportRows, type ImportRow, type ReadChoices } from '~/domain/import/read-rows';
import type { Sheet } from '~/domain/import/sheet';

type ReadTable = ReturnType<typeof readImportRows>;
type ReadArguments = readonly [Sheet, number, readonly ImportColumn[], ReadChoices];

/** Reads and checks the rows of one page: what was read or checked before is not again as long as it is the same object. */
export class RowReader {
  readonly #checked = new WeakMap<ImportRow, CheckedRow>();
  #last: { readonly of: ReadArguments; readonly table: ReadTable } | null = null;

  read(...of: ReadArguments): ReadTable {
    const last = this.#last;
    if (last && of.every((part, index) => part === last.of[index])) return last.table;
    const table = readImportRows(...of);
    this.#last = { of, table };
    return table;
  }

  /** `today` is an ISO date, and the same at each call. */
  check(row: ImportRow, today: string): CheckedRow {
    const known = this.#checked.get(row);
    if (known) return known;
    const checked = checkRow(row, today);
    this.#checked.set(row, checked);
    return checked;
  }
}
