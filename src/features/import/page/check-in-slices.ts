import { withEdits } from '~/domain/import/editing/edited-rows';
import type { ImportWork } from '~/domain/import/editing/import-edits';
import type { RowReader } from '~/domain/import/editing/row-reader';
import type { ReadChoices } from '~/domain/import/read-rows';
import { pageTurn } from '~/features/lists/export/page-turn';
import type { ImportColumn } from '~/domain/import/match-columns';
import type { Sheet } from '~/domain/import/sheet';

interface MatchedSheet {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: readonly ImportColumn[];
}

/** Milliseconds of work before the page may draw and take input again. */
const SLICE = 30;

/** Reads the rows and checks each, with pauses in which the page lives. The reader remembers the results. */
export async function checkInSlices(
  reader: RowReader,
  { sheet, headerRow, columns }: MatchedSheet,
  choices: ReadChoices,
  work: Pick<ImportWork, 'texts'>,
  day: string,
  signal: AbortSignal,
): Promise<void> {
  await pageTurn();
  const { rows } = reader.read(sheet, headerRow, columns, choices);
  let since = performance.now();
  for (const row of withEdits(rows, work)) {
    reader.check(row, day);
    if (performance.now() - since < SLICE) continue;
    await pageTurn();
    if (signal.aborted) return;
    since = performance.now();
  }
}
