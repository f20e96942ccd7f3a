import type { Cells } from './spreadsheet-cells';
import { isTooLong, toCellLength, toXlsxText } from './xlsx-text';

export interface XlsxFile {
  readonly blob: Blob;
  /** How many texts were longer than a cell holds, and were cut. */
  readonly cutCount: number;
}

/**
 * A spreadsheet of one sheet, its header row fixed. Every cell is of type text and formatted as text: leading zeros, +33…
 * and formulas stay the text they are, even after somebody edits the cell.
 */
export async function writeXlsx(cells: Cells, sheet: string): Promise<XlsxFile> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const [headers = [], ...rows] = cells;
  const data = [
    headers.map((header) => ({ ...toCell(header), ...BOLD })),
    ...rows.map((row) => row.map(toCell)),
  ];
  const columns = headers.map((_, index) => ({ width: columnWidth(cells, index) }));
  const blob = await writeXlsxFile(data, { sheet: toSheetName(sheet), columns, stickyRowsCount: 1 }).toBlob();
  return { blob, cutCount: cells.flat().filter(isTooLong).length };
}

const BOLD = { fontWeight: 'bold' } as const;

function toCell(text: string) {
  return { value: toXlsxText(toCellLength(text)), type: String, format: '@' };
}

/** In characters, from what the first rows hold. */
function columnWidth(cells: Cells, index: number): number {
  const longest = Math.max(...cells.slice(0, 200).map((row) => row[index]?.length ?? 0));
  return Math.min(Math.max(longest + 2, 10), 50);
}

/** A sheet's name has at most 31 characters and none of these. */
function toSheetName(text: string): string {
  return text.replaceAll(/[[\]/\\:*?]/g, ' ').slice(0, 31);
}
