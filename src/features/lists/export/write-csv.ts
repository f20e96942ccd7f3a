import papa from 'papaparse';
import { guardCell } from './formula-guard';
import type { CellSlices } from './spreadsheet-cells';

/** A spreadsheet set to French splits at semicolons, for its comma is the decimal sign. */
export type CsvSeparator = ';' | ',';

const ROW_END = '\r\n';

/** Writes a CSV file in UTF-8. Without the byte order mark, spreadsheets garble accents. */
export async function writeCsv(slices: CellSlices, separator: CsvSeparator): Promise<Blob> {
  const parts: string[] = [];
  for await (const cells of slices) {
    const guarded = cells.map((row) => row.map(guardCell));
    const text = papa.unparse(guarded, { delimiter: separator, newline: ROW_END });
    parts.push(parts.length === 0 ? '\uFEFF' : ROW_END, text);
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
