import { useState, type Dispatch, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { FieldPath } from '~/domain/fields/field-paths';
import { readBlock, toBlockText } from '~/domain/import/editing/cell-block';
import { blockTexts, clearBlock, fillDown, writeBlock } from '~/domain/import/editing/fills';
import { cursorAt, selectedBlock, withinGrid, type GridCursor } from '~/domain/import/editing/grid-cursor';
import type { CellEdit, ImportEditAction } from '~/domain/import/editing/import-edits';
import { nextProblem, type CellPlace } from '~/domain/import/editing/row-problems';
import { toFieldText } from '~/domain/import/field-text';
import type { DateOrder } from '~/domain/import/written-date';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { CheckEntry } from '~/features/import/rows/check-entries';

interface GridParts {
  readonly ref: RefObject<HTMLElement | null>;
  readonly shown: readonly CheckEntry[];
  readonly fields: readonly FieldPath[];
  readonly dateOrder: DateOrder | null;
  readonly dispatch: Dispatch<ImportEditAction>;
}

/** The cursor of the grid, the cell that is edited, and what can be done to the selected cells. */
export function useGrid({ ref, shown, fields, dateOrder, dispatch }: GridParts) {
  const { importing } = useAllMessages();
  const [placed, setCursor] = useState<GridCursor>(() => cursorAt({ row: 0, column: 0 }));
  /** The text with which the edit of the focused cell begins; null while none is edited. */
  const [editing, setEditing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const size = { rows: shown.length, columns: fields.length };
  const cursor = withinGrid(placed, size);
  const cells = { rows: shown.map(({ checked }) => checked.row), fields };

  /** The cell is drawn before it takes the focus, wherever it is; the browser scrolls to it. */
  const focusCell = () => ref.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  const goTo = (next: GridCursor) => {
    flushSync(() => {
      setEditing(null);
      setCursor(next);
    });
    focusCell();
  };
  const write = (edits: readonly CellEdit[]) =>
    dispatch({
      type: 'write',
      cells: edits.map((edit) => ({ ...edit, text: toFieldText(edit.field, edit.text, dateOrder) })),
    });
  const goToProblem = (direction: 1 | -1) => {
    const rows = shown.filter(({ state }) => state !== 'left-out');
    const places = rows.map((entry) => shown.indexOf(entry));
    const from = places.findIndex((place) => place >= cursor.focus.row);
    const place = nextProblem(
      rows.map(({ checked }) => checked),
      fields,
      problemStart(cursor.focus, places, from),
      direction,
    );
    setSaid(place ? '' : importing.noProblem);
    if (place) goTo(cursorAt({ row: places[place.row] ?? 0, column: place.column }));
  };

  return {
    size,
    cursor,
    editing,
    said,
    goTo,
    focusCell,
    goToProblem,
    select: setCursor,
    edit: (text: string) => flushSync(() => setEditing(text)),
    cancelEdit: () => {
      flushSync(() => setEditing(null));
      focusCell();
    },
    /** Ends the edit; `by` rows and columns further the next cell takes the focus, or none. */
    commit: (text: string, by: CellPlace | null) => {
      write(writeBlock(cells, cursorAt(cursor.focus), [[text]]).edits);
      const { row, column } = cursor.focus;
      if (by) goTo(withinGrid(cursorAt({ row: row + by.row, column: column + by.column }), size));
      else setEditing(null);
    },
    clear: () => write(clearBlock(cells, cursor)),
    fill: () => {
      const edits = fillDown(cells, cursor);
      write(edits);
      setSaid(importing.filled(edits.length));
    },
    copy: () => toBlockText(blockTexts(cells, cursor)),
    paste: (text: string) => {
      const { edits, beyond } = writeBlock(cells, cursor, readBlock(text));
      write(edits);
      setSaid(
        [importing.pastedCells(edits.length), ...(beyond > 0 ? [importing.pastedBeyond(beyond)] : [])].join(
          ' ',
        ),
      );
    },
    replaced: (edits: readonly CellEdit[]) => {
      write(edits);
      setSaid(importing.replaced(edits.length));
    },
    /** The numbers of the selected rows. */
    selectedRows: (): readonly number[] => {
      const { first, last } = selectedBlock(cursor);
      return cells.rows.slice(first.row, last.row + 1).map(({ rowNumber }) => rowNumber);
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;

/** The cursor among the rows that are not left out. Where its own row is, the search begins after it. */
function problemStart({ row, column }: CellPlace, places: readonly number[], from: number): CellPlace {
  if (from === -1) return { row: 0, column: -1 };
  return { row: from, column: places[from] === row ? column : -1 };
}
