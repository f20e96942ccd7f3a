import type { Sheet, SheetCell, SheetRow } from '~/domain/import/sheet';
import { serialDate, shownNumber, PLAIN, type NumberFormat } from './number-format';
import { fromXlsxText, type XmlHandlers } from './xml-reader';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string | null;
}

/** Told of each filled row as it was read. */
type OnRow = (cellCount: number) => void;

/** Reads the XML of a sheet. Cells and rows may leave out where they stand: they follow the one before. */
export class SheetReader {
  readonly #context: SheetContext;
  readonly #onRow: OnRow;
  readonly #rows: SheetRow[] = [];
  #mergedRanges = 0;
  /** The last row that the sheet says it has; 0 where it says none. */
  #lastRow = 0;
  #hasBegun = false;
  #rowNumber = 0;
  #isHidden = false;
  #cells: SheetCell[] = [];
  #column = -1;
  #cell: OpenCell | null = null;
  #isValue = false;

  constructor(context: SheetContext, onRow: OnRow) {
    this.#context = context;
    this.#onRow = onRow;
  }

  /** Whether what stands before the rows was read. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  get lastRow(): number {
    return this.#lastRow;
  }

  toSheet(name: string): Sheet {
    return { name, rows: this.#rows, mergedRanges: this.#mergedRanges };
  }

  readonly handlers: XmlHandlers = {
    open: (name, attribute) => {
      if (name === 'c') this.#openCell(attribute);
      else if (name === 'row') this.#openRow(attribute);
      else if (name === 'sheetData') this.#hasBegun = true;
      else if (name === 'mergeCell') this.#mergedRanges += 1;
      else if (name === 'dimension') this.#lastRow = Number(/(\d+)$/.exec(attribute('ref') ?? '')?.[1] ?? 0);
      else if (this.#cell) this.#openPart(this.#cell, name);
    },
    text: (text) => {
      if (this.#isValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text;
    },
    close: (name) => {
      if (name === 'c') this.#closeCell();
      else if (name === 'row') this.#closeRow();
      this.#isValue = false;
    },
  };

  #openRow(attribute: (name: string) => string | undefined): void {
    this.#rowNumber = Number(attribute('r') ?? this.#rowNumber + 1);
    this.#isHidden = ['1', 'true'].includes(attribute('hidden') ?? '');
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attribute: (name: string) => string | undefined): void {
    const place = attribute('r');
    this.#column = place === undefined ? this.#column + 1 : columnOf(place);
    this.#cell = {
      column: this.#column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      hasFormula: false,
      value: null,
    };
  }

  #openPart(cell: OpenCell, name: string): void {
    if (name === 'f') cell.hasFormula = true;
    // The text of a string in its cell: `is`, with `r` for its runs and `rPh` for how it is said.
    this.#isValue = name === 'v' || name === 't';
    if (name === 'v') cell.value = '';
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    const read = cell && readCell(cell, this.#context);
    if (!cell || !read || cell.column > LAST_COLUMN) return;
    while (this.#cells.length < cell.column) this.#cells.push(EMPTY);
    this.#cells[cell.column] = read;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({ number: this.#rowNumber, isHidden: this.#isHidden, cells: this.#cells });
    this.#onRow(this.#cells.length);
  }
}

const EMPTY: SheetCell = { text: '', kind: 'text' };
const LAST_COLUMN = 16_383;

/** The column of a place such as AB12, from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const sign of place) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Null for a cell that is empty. */
function readCell({ type, style, hasFormula, value }: OpenCell, context: SheetContext): SheetCell | null {
  if (value === null || (value === '' && type !== 'str'))
    return hasFormula ? { text: '', kind: 'no-value' } : null;
  switch (type) {
    case 's':
      return textCell(context.strings[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return textCell(fromXlsxText(value));
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''), kind: 'date' };
    default:
      return numberCell(value, context.formats[style] ?? PLAIN, context.is1904);
  }
}

function textCell(text: string): SheetCell | null {
  return text.trim() === '' ? null : { text, kind: 'text' };
}

function numberCell(value: string, format: NumberFormat, is1904: boolean): SheetCell {
  const day = format.kind === 'date' ? serialDate(Number(value), is1904) : null;
  return day === null ? { text: shownNumber(value, format), kind: 'number' } : { text: day, kind: 'date' };
}
