import type { ListRow } from '~/contract/list-envelope';

/** A column of an exported file. */
export interface ExportColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** What the cell says: plain text, '' for nothing. */
  readonly text: (row: Row) => string;
}

/** Rows of cells. */
export type Cells = readonly (readonly string[])[];

/** The cells of a file slice by slice, its headers in front: a long file is written while the page goes on. */
export type CellSlices = AsyncIterable<Cells> | Iterable<Cells>;

/** A slice takes some milliseconds to make and to write. */
const ROWS_OF_A_SLICE = 200;

/**
 * The headers, then the rows in slices; after each, `onSlice` is told how many rows there were so far, and waited for. A row
 * that could not be read keeps its place and says so in its first cell, in the words of `unreadable`.
 */
export async function* cellSlices<Row>(
  rows: readonly ListRow<Row>[],
  columns: readonly ExportColumn<Row>[],
  unreadable: (id: string) => string,
  onSlice: (rowCount: number) => Promise<void>,
): AsyncGenerator<Cells> {
  const toCells = (row: ListRow<Row>) =>
    columns.map(({ text }, index) => (row.ok ? text(row.value) : index === 0 ? unreadable(row.id) : ''));
  const headers = columns.map(({ header }) => header);
  yield [headers, ...rows.slice(0, ROWS_OF_A_SLICE).map(toCells)];
  for (let done = ROWS_OF_A_SLICE; done < rows.length; done += ROWS_OF_A_SLICE) {
    await onSlice(done);
    yield rows.slice(done, done + ROWS_OF_A_SLICE).map(toCells);
  }
}
