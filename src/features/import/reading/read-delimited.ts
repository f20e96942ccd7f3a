import papa from 'papaparse';
import {
  SHEET_LIMITS,
  type SheetCell,
  type SheetFile,
  type SheetRow,
  type UnreadableFile,
} from '~/domain/import/sheet';
import { guardCell, unguardCell } from '~/features/lists/export/formula-guard';
import { findDelimiter, withoutQuoted, type DelimitedText } from './find-delimiter';

/** The sheet of a text file. `text` is without its byte order mark, which a file of ours `hasMark`. */
export function readCsv(text: string, hasMark: boolean): SheetFile | UnreadableFile {
  const delimited = findDelimiter(text);
  const table = tableOf(delimited, '"');
  const isOwnExport = hasMark && isGuarded(table) && !/(?<!\r)\n|\r(?!\n)/.test(withoutQuoted(text));
  return toFile('csv', isOwnExport ? table.map((row) => row.map(unguardCell)) : table, isOwnExport);
}

/** The sheet of cells that were copied from a spreadsheet, or of a text with delimiters. */
export function readPasted(text: string): SheetFile | UnreadableFile {
  const delimited: DelimitedText = text.includes('\t') ? { text, delimiter: '\t' } : findDelimiter(text);
  const quoted = parse(delimited, '"');
  // A spreadsheet quotes only cells with line breaks: any other quote is a part of its text.
  return toFile(
    'paste',
    quoted.errors.some(({ type }) => type === 'Quotes') ? tableOf(delimited, '\0') : quoted.data,
    false,
  );
}

function tableOf(delimited: DelimitedText, quoteChar: string): readonly (readonly string[])[] {
  return parse(delimited, quoteChar).data;
}

function parse({ text, delimiter }: DelimitedText, quoteChar: string) {
  const breaks = new Set(withoutQuoted(text).match(/\r\n|\r|\n/g));
  const [newline] = breaks;
  return papa.parse<string[]>(breaks.size > 1 ? text.replaceAll(/\r\n?/g, '\n') : text, {
    delimiter,
    newline: breaks.size === 1 && isLineBreak(newline) ? newline : '\n',
    quoteChar,
  });
}

function isLineBreak(text: string | undefined): text is '\r\n' | '\r' | '\n' {
  return text === '\r\n' || text === '\r' || text === '\n';
}

/** Whether a formula guard stands wherever ours would put one, and somewhere. */
function isGuarded(table: readonly (readonly string[])[]): boolean {
  const cells = table.flat();
  return (
    cells.some((cell) => unguardCell(cell) !== cell) &&
    cells.every((cell) => guardCell(unguardCell(cell)) === cell)
  );
}

function toFile(
  source: 'csv' | 'paste',
  table: readonly (readonly string[])[],
  isOwnExport: boolean,
): SheetFile | UnreadableFile {
  const rows: SheetRow[] = [];
  let cellCount = 0;
  table.forEach((texts, index) => {
    if (texts.every((text) => text.trim() === '')) return;
    rows.push({ number: index + 1, isHidden: false, cells: texts.map(toCell) });
    cellCount += texts.length;
  });
  if (rows.length === 0) return { unreadable: 'empty' };
  if (rows.length > SHEET_LIMITS.rows) return { unreadable: 'too-many-rows', count: rows.length };
  if (cellCount > SHEET_LIMITS.cells) return { unreadable: 'too-large' };
  return { source, isOwnExport, sheets: [{ name: '', rows, mergedRanges: 0 }] };
}

const EMPTY: SheetCell = { text: '', kind: 'text' };

function toCell(text: string): SheetCell {
  return text === '' ? EMPTY : { text, kind: 'text' };
}
