import type { AllRows, ReadAll } from '~/api/read/all-rows';
import { pageTurn } from './page-turn';
import { cellSlices, type ExportColumn } from './spreadsheet-cells';
import { writeCsv, type CsvSeparator } from './write-csv';
import { writeXlsx } from './write-xlsx';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A sheet has 1,048,576 rows, the headers among them: an XLSX can hold no more, and of a longer CSV spreadsheets open no more. */
export const MOST_SHEET_ROWS = 1_048_575;

/** The source of an export: a whole list, or rows in memory. */
export interface ExportSource<Row> {
  /** The expected number of rows; null when unknown. */
  readonly total: number | null;
  readonly rows: (reading: ReadAll) => Promise<AllRows<Row>>;
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

/** How far an export is: first its reading, then its writing. */
export interface Exporting extends ReadAll {
  readonly onWriting: (progress: WritingProgress) => void;
}

export interface WritingProgress {
  readonly written: number;
  readonly total: number;
}

/**
 * Reads the rows and makes the file, and lets the page go on meanwhile. Throws what reading throws; when cancelled, the
 * signal's reason.
 */
export async function makeFile<Row>(
  { source, columns, format, separator, name, unreadable }: ExportOrder<Row>,
  exporting: Exporting,
): Promise<ExportedFile> {
  const { signal, onWriting } = exporting;
  const all = await source.rows(exporting);
  const total = all.rows.length;
  const onSlice = async (written: number) => {
    signal.throwIfAborted();
    onWriting({ written, total });
    await pageTurn();
    signal.throwIfAborted();
  };
  await onSlice(0);
  const slices = cellSlices(all.rows, columns, unreadable, onSlice);
  const isXlsx = format === 'xlsx' && total <= MOST_SHEET_ROWS;
  const file = isXlsx
    ? await writeXlsx(slices, name)
    : { blob: await writeCsv(slices, separator), cutCount: 0 };
  signal.throwIfAborted();
  const counts = [source.total, all.totalAtStart, all.totalAtEnd];
  return {
    ...file,
    name: `${name}-${localDay(new Date())}.${isXlsx ? 'xlsx' : 'csv'}`,
    isCsvInstead: format === 'xlsx' && !isXlsx,
    rowCount: total,
    unreadableCount: all.rows.filter(({ ok }) => !ok).length,
    otherCount: counts.find((count) => count !== null && count !== total) ?? null,
  };
}

/** The day where the person is, as 2026-11-23: the way Swedes write it. */
function localDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE').format(at);
}
