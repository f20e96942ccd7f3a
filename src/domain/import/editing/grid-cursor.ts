import type { CellPlace } from './row-problems';

/** The cells that are selected: a block between the cell that has the focus and the one where the selection began. */
export interface GridCursor {
  readonly focus: CellPlace;
  readonly anchor: CellPlace;
}

/** Rows and columns that there are. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A selected block; its last row and column belong to it. */
interface CellBlock {
  readonly first: CellPlace;
  readonly last: CellPlace;
}

export function cursorAt(place: CellPlace): GridCursor {
  return { focus: place, anchor: place };
}

export function selectedBlock({ focus, anchor }: GridCursor): CellBlock {
  return {
    first: { row: Math.min(focus.row, anchor.row), column: Math.min(focus.column, anchor.column) },
    last: { row: Math.max(focus.row, anchor.row), column: Math.max(focus.column, anchor.column) },
  };
}

export function isSelected(cursor: GridCursor, row: number, column: number): boolean {
  const { first, last } = selectedBlock(cursor);
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}

/** The cursor after a change of what is shown. */
export function withinGrid({ focus, anchor }: GridCursor, size: GridSize): GridCursor {
  return { focus: placeWithin(focus, size), anchor: placeWithin(anchor, size) };
}

function placeWithin({ row, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  return { row: within(row, rows), column: within(column, columns) };
}

interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where a key of the keyboard leads in a grid (the pattern "grid" of the ARIA Authoring Practices); null for a key that moves
 * nothing. With Shift the selection grows. `page` is a number of rows.
 */
export function movedCursor(
  cursor: GridCursor,
  { key, ctrlKey, metaKey, shiftKey }: GridKey,
  size: GridSize,
  page: number,
): GridCursor | null {
  const { row, column } = cursor.focus;
  const isWhole = ctrlKey || metaKey;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const places: Readonly<Record<string, CellPlace>> = {
    ArrowUp: { row: isWhole ? 0 : row - 1, column },
    ArrowDown: { row: isWhole ? lastRow : row + 1, column },
    ArrowLeft: { row, column: isWhole ? 0 : column - 1 },
    ArrowRight: { row, column: isWhole ? lastColumn : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: isWhole ? 0 : row, column: 0 },
    End: { row: isWhole ? lastRow : row, column: lastColumn },
  };
  const place = Object.hasOwn(places, key) ? places[key] : undefined;
  if (!place) return null;
  const focus = placeWithin(place, size);
  return { focus, anchor: shiftKey ? cursor.anchor : focus };
}
