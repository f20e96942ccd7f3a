import type { Sheet, SheetCell } from '~/domain/import/sheet';

/** A sheet of these rows; a text stands for a cell of type text. */
export function aSheet(rows: readonly (readonly (string | SheetCell)[])[]): Sheet {
  return {
    name: '',
    mergedRanges: 0,
    rows: rows.map((cells, index) => ({
      number: index + 1,
      isHidden: false,
      cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell, kind: 'text' } : cell)),
    })),
  };
}
