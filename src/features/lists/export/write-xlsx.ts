import type { CellSlices } from './spreadsheet-cells';
import { sheetBeginning, sheetRow, SHEET_END, SHEET_PATH, workbookParts } from './xlsx-parts';
import { isTooLong } from './xlsx-text';

export interface XlsxFile {
  readonly blob: Blob;
  /** How many texts were longer than a cell holds, and were cut. */
  readonly cutCount: number;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A spreadsheet of one sheet, its header row fixed. Every cell is of type text and formatted as text: leading zeros, +33…
 * and formulas stay text, even after the cell is edited. Each slice is compressed as it comes.
 */
export async function writeXlsx(slices: CellSlices, name: string): Promise<XlsxFile> {
  const { Zip, ZipDeflate } = await import('fflate');
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, block) => {
    if (error) throw error;
    blocks.push(block);
  });
  const open = (path: string) => {
    const part = new ZipDeflate(path, { level: 4 });
    archive.add(part);
    return part;
  };
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(workbookParts(name))) open(path).push(encoder.encode(text), true);

  const sheet = open(SHEET_PATH);
  let rowCount = 0;
  let cutCount = 0;
  for await (const cells of slices) {
    const beginning = rowCount === 0 ? sheetBeginning(cells) : '';
    const before = rowCount;
    const rows = cells.map((texts, index) => sheetRow(texts, before + index + 1));
    sheet.push(encoder.encode(beginning + rows.join('')));
    rowCount += cells.length;
    cutCount += cells.flat().filter(isTooLong).length;
  }
  sheet.push(encoder.encode(SHEET_END), true);
  archive.end();
  return { blob: new Blob(blocks, { type: TYPE }), cutCount };
}
