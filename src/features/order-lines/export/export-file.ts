import type { AllRows, Reading } from '~/api/all-rows';
import { toCells, type ExportColumn } from './spreadsheet-cells';
import { writeCsv, type CsvSeparator } from './write-csv';
import { writeXlsx } from './write-xlsx';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Making a larger XLSX would keep the page busy for seconds; it is about a second at this size. */
export const MOST_XLSX_ROWS = 10_000;
/** A sheet has 1,048,576 rows, the headers among them: spreadsheets cut a longer file when they open it. */
export const MOST_SHEET_ROWS = 1_048_575;

/** Where the rows of an export are from: a list that is read whole, or rows that are at hand. */
export interface ExportSource<Row> {
  /** How many rows are expected; null when nobody knows. */
  readonly total: number | null;
  readonly rows: (reading: Reading) => Promise<AllRows<Row>>;
}

/** The source of rows that are at hand, such as selected ones. */
export function rowsAtHand<Row>(rows: readonly Row[]): ExportSource<Row> {
  const all: AllRows<Row> = {
    rows: rows.map((value) => ({ ok: true, value })),
    totalAtStart: rows.length,
    totalAtEnd: rows.length,
  };
  return { total: rows.length, rows: () => Promise.resolve(all) };
}

/** A file in words and numbers: what it is to hold, and how. */
export interface ExportOrder<Row> {
  readonly source: ExportSource<Row>;
  readonly columns: readonly ExportColumn<Row>[];
  readonly format: ExportFormat;
  readonly separator: CsvSeparator;
  /** Stands before the date in the file's name, and on its sheet. */
  readonly name: string;
  /** The words for a row that could not be read. */
  readonly unreadable: (id: string) => string;
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rowCount: number;
  readonly unreadableCount: number;
  /** How many texts were cut to what a cell holds. */
  readonly cutCount: number;
  /** It was to be an XLSX, and there were more rows than that can have. */
  readonly isCsvInstead: boolean;
  /** What was counted otherwise, before, while reading or at its end, when it is not what the file holds. */
  readonly otherCount: number | null;
}

/**
 * Reads the rows and makes the file; `onWriting` is told in between, and waited for. Throws what reading throws; when
 * cancelled, the signal's reason.
 */
export async function makeFile<Row>(
  { source, columns, format, separator, name, unreadable }: ExportOrder<Row>,
  reading: Reading & { readonly onWriting: () => Promise<void> },
): Promise<ExportedFile> {
  const all = await source.rows(reading);
  reading.signal.throwIfAborted();
  await reading.onWriting();
  reading.signal.throwIfAborted();
  const cells = toCells(all.rows, columns, unreadable);
  const isXlsx = format === 'xlsx' && all.rows.length <= MOST_XLSX_ROWS;
  const file = isXlsx
    ? await writeXlsx(cells, name)
    : { blob: await writeCsv(cells, separator), cutCount: 0 };
  reading.signal.throwIfAborted();
  const counts = [source.total, all.totalAtStart, all.totalAtEnd];
  return {
    ...file,
    name: `${name}-${localDay(new Date())}.${isXlsx ? 'xlsx' : 'csv'}`,
    isCsvInstead: format === 'xlsx' && !isXlsx,
    rowCount: all.rows.length,
    unreadableCount: all.rows.filter(({ ok }) => !ok).length,
    otherCount: counts.find((count) => count !== null && count !== all.rows.length) ?? null,
  };
}

/** The day where the person is, as 2026-11-23: the way Swedes write it. */
function localDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE').format(at);
}
