import { guardCell } from './formula-guard';
import type { Cells } from './spreadsheet-cells';

/** A spreadsheet set to French splits at semicolons, for its comma is the decimal sign. */
export type CsvSeparator = ';' | ',';

/** A CSV file in UTF-8. The mark in front tells spreadsheets so: without it they garble accents. */
export async function writeCsv(cells: Cells, separator: CsvSeparator): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  const guarded = cells.map((row) => row.map(guardCell));
  const text = papa.unparse(guarded, { delimiter: separator, newline: '\r\n' });
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}
