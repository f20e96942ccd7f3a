import type { ListRow } from '~/contract/list-envelope';

/** A column of an exported file. */
export interface ExportColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** What the cell says: plain text, '' for nothing. */
  readonly text: (row: Row) => string;
}

/** Rows of cells, the headers first. */
export type Cells = readonly (readonly string[])[];

/**
 * The cells of a file: headers, then one row each. A row that could not be read keeps its place and says so in its first
 * cell, in the words of `unreadable`.
 */
export function toCells<Row>(
  rows: readonly ListRow<Row>[],
  columns: readonly ExportColumn<Row>[],
  unreadable: (id: string) => string,
): Cells {
  return [
    columns.map(({ header }) => header),
    ...rows.map((row) =>
      columns.map(({ text }, index) => (row.ok ? text(row.value) : index === 0 ? unreadable(row.id) : '')),
    ),
  ];
}
