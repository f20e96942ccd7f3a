import type { FieldPath } from '~/domain/fields/field-paths';
import { noteOfText, noteOfType, type CellNote } from './cell-note';
import { fieldKind } from './field-kind';
import { toFieldText } from './field-text';
import { mayLoseZero, withLostZero } from './lost-zero';
import type { ImportColumn } from './match-columns';
import { visibleText } from './plain-text';
import type { Sheet, SheetCell, SheetRow } from './sheet';
import { columnDateOrder, readWrittenDate, type DateOrder } from './written-date';

/** What the person decided about the columns. */
export interface ReadChoices {
  readonly withHiddenRows: boolean;
  /** The fields that get back the zeros which a spreadsheet took. */
  readonly withZeros: ReadonlySet<FieldPath>;
  /** The fields of which characters that cannot be seen are taken off. */
  readonly cleaned: ReadonlySet<FieldPath>;
  /** The order of dates where the column does not decide it. */
  readonly dateOrder: DateOrder | null;
}

export const NO_CHOICES: ReadChoices = {
  withHiddenRows: true,
  withZeros: new Set(),
  cleaned: new Set(),
  dateOrder: null,
};

export interface ImportRow {
  /** Its number in the file, from 1. */
  readonly rowNumber: number;
  /** The texts of the filled fields, each in the form of `toFieldText`. */
  readonly texts: ReadonlyMap<FieldPath, string>;
  /** What the types of the cells call for. A field that is typed anew loses its note. */
  readonly notes: ReadonlyMap<FieldPath, CellNote>;
}

/** What can be done to a whole column, with one real cell of it as an example. A choice that was made stays listed. */
export type ColumnProposal = {
  readonly field: FieldPath;
  /** How many cells it is about. */
  readonly cells: number;
  readonly rowNumber: number;
  readonly text: string;
} & (
  | { readonly kind: 'leading-zero' | 'invisible'; readonly becomes: string }
  | { readonly kind: 'date-order'; readonly days: Readonly<Record<DateOrder, string>> }
);

interface ReadTable {
  readonly rows: readonly ImportRow[];
  readonly proposals: readonly ColumnProposal[];
}

/** The rows below the header row that have a filled cell in a matched column, and what is proposed for the columns. */
export function readImportRows(
  sheet: Sheet,
  headerRow: number,
  columns: readonly ImportColumn[],
  choices: ReadChoices,
): ReadTable {
  const below = sheet.rows.slice(headerRow + 1).filter(({ isHidden }) => choices.withHiddenRows || !isHidden);
  const readers = columns.flatMap(({ index, field }): ColumnReader[] =>
    field === null ? [] : [columnReader(below, index, field, choices)],
  );
  return {
    rows: below.map((row) => readRow(row, readers)).filter(({ texts, notes }) => texts.size + notes.size > 0),
    proposals: readers.flatMap(({ proposals }) => proposals),
  };
}

interface ColumnReader {
  readonly index: number;
  readonly field: FieldPath;
  readonly read: (cell: SheetCell) => string;
  readonly proposals: readonly ColumnProposal[];
}

function columnReader(
  rows: readonly SheetRow[],
  index: number,
  field: FieldPath,
  { withZeros, cleaned, dateOrder }: ReadChoices,
): ColumnReader {
  const isDate = fieldKind(field) === 'date';
  const textIn = ({ cells }: SheetRow): string => cells[index]?.text ?? '';
  const decided = isDate ? columnDateOrder(rows.map((row) => visibleText(textIn(row)))) : null;
  const order = decided ?? dateOrder;
  const read = (cell: SheetCell): string => {
    const text = toFieldText(field, cleaned.has(field) ? visibleText(cell.text) : cell.text, order);
    return withZeros.has(field) ? (withLostZero(field, text) ?? text) : text;
  };
  const proposals: ColumnProposal[] = [];
  const propose = (toProposal: (text: string) => Example | null) => {
    let first: (Example & { readonly rowNumber: number; readonly text: string }) | null = null;
    let count = 0;
    for (const row of rows) {
      const text = textIn(row);
      const example = text === '' ? null : toProposal(text);
      if (!example) continue;
      count += 1;
      first ??= { ...example, rowNumber: row.number, text };
    }
    if (first) proposals.push({ ...first, field, cells: count });
  };
  if (mayLoseZero(field)) {
    propose((text) => {
      const becomes = withLostZero(field, toFieldText(field, visibleText(text), null));
      return becomes === null ? null : { kind: 'leading-zero', becomes };
    });
  }
  propose((text) => {
    const visible = visibleText(text);
    if (visible === text || visible === '') return null;
    // Where the plain form of a field leaves them out, there is nothing to decide.
    const isLeft = noteOfText(field, toFieldText(field, text, order))?.code === 'invisible';
    return isLeft ? { kind: 'invisible', becomes: visible } : null;
  });
  if (isDate && decided === null) {
    propose((text) => {
      const date = readWrittenDate(visibleText(text), null);
      return date.kind === 'ambiguous' ? { kind: 'date-order', days: date.days } : null;
    });
  }
  return { index, field, read, proposals };
}

type Example =
  | { readonly kind: 'leading-zero' | 'invisible'; readonly becomes: string }
  | { readonly kind: 'date-order'; readonly days: Readonly<Record<DateOrder, string>> };

function readRow({ number, cells }: SheetRow, readers: readonly ColumnReader[]): ImportRow {
  const texts = new Map<FieldPath, string>();
  const notes = new Map<FieldPath, CellNote>();
  for (const { index, field, read } of readers) {
    const cell = cells[index];
    if (!cell) continue;
    const note = noteOfType(field, cell);
    const text = note ? cell.text : read(cell);
    if (text !== '') texts.set(field, text);
    if (note) notes.set(field, note);
  }
  return { rowNumber: number, texts, notes };
}
