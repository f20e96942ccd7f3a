/*
 * A spreadsheet as it was read from a file or from pasted text, before anything in it has a meaning. Rows without a filled
 * cell are left out.
 */

/** `no-value`: a formula of which the file stores no value. */
type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'no-value';

export interface SheetCell {
  /** As the sheet shows it. A date is an ISO day or date-time, a number has all its digits. */
  readonly text: string;
  readonly kind: CellKind;
}

export interface SheetRow {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** Hidden by hand or by a filter. */
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  /** '' where the file knows no names. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** How many ranges of cells are merged. Their value stands in their first cell. */
  readonly mergedRanges: number;
}

export interface SheetFile {
  readonly source: 'paste' | 'csv' | 'xlsx';
  /** Whether this product wrote the file, so that the apostrophes of its formula guard were taken off. */
  readonly isOwnExport: boolean;
  readonly sheets: readonly Sheet[];
}

/**
 * Why a file cannot be read:
 * - protected: a workbook with a password
 * - xls, ods, html, pdf: another kind of file, whatever its name says
 * - empty: no cell is filled
 * - too-large: more bytes or cells than are read
 * - too-many-rows: more filled rows than are read
 * - bomb: an archive that unpacks to more than any spreadsheet needs
 * - damaged: not what it says it is
 * - changed: the file on the disk is no longer the chosen one
 * - not-loaded: the part of the page that reads files is not there; nothing is known of the file
 */
type UnreadableReason =
  | 'protected'
  | 'xls'
  | 'ods'
  | 'html'
  | 'pdf'
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'bomb'
  | 'damaged'
  | 'changed'
  | 'not-loaded';

export interface UnreadableFile {
  readonly unreadable: UnreadableReason;
  /** How many rows there are, or bytes, of a bomb once unpacked; absent where they were not counted. */
  readonly count?: number;
}

/** What a file may hold. */
export interface SheetLimits {
  readonly bytes: number;
  /** Of all parts of a workbook that are read. A full sheet of this many cells has half; a browser unpacks it in a second. */
  readonly unpackedBytes: number;
  /** Rows with a filled cell, and cells up to the last filled one of a row; of one sheet. */
  readonly rows: number;
  readonly cells: number;
}

export const SHEET_LIMITS: SheetLimits = {
  bytes: 20_000_000,
  unpackedBytes: 120_000_000,
  rows: 10_000,
  cells: 1_000_000,
};
