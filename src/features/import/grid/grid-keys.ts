import type { KeyboardEvent } from 'react';
import { cursorAt, movedCursor } from '~/domain/import/editing/grid-cursor';
import type { Grid } from './use-grid';

/** Rows by which Page Up and Page Down move. */
const PAGE = 15;

interface GridCommands {
  readonly grid: Grid;
  readonly textOfFocus: () => string;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Does what a key means in the grid. Any other key is left to the page. */
export function handleGridKey(event: KeyboardEvent, commands: GridCommands): void {
  if (event.nativeEvent.isComposing || event.altKey) return;
  const command = commandOf(event, commands);
  if (!command) return;
  event.preventDefault();
  command();
}

function commandOf(event: KeyboardEvent, commands: GridCommands): (() => void) | null {
  const { grid, textOfFocus } = commands;
  const { key, shiftKey } = event;
  const moved = movedCursor(grid.cursor, event, grid.size, PAGE);
  if (moved) return () => grid.goTo(moved);
  if (event.ctrlKey || event.metaKey) return commandWithControl(event, commands);
  switch (key) {
    case 'F8':
      return () => grid.goToProblem(shiftKey ? -1 : 1);
    case 'F2':
    case 'Enter':
      return () => grid.edit(textOfFocus());
    case 'Delete':
    case 'Backspace':
      return grid.clear;
    case 'Escape':
      return () => grid.goTo(cursorAt(grid.cursor.focus));
    case 'Dead':
    case 'Process':
      // The letter that is put together is to arrive in the editor: the key goes on.
      grid.edit('');
      return null;
    default:
      return key.length === 1 && key !== ' ' ? () => grid.edit(key) : null;
  }
}

function commandWithControl(event: KeyboardEvent, { grid, undo, redo }: GridCommands): (() => void) | null {
  const last = { row: grid.size.rows - 1, column: grid.size.columns - 1 };
  switch (event.key.toLowerCase()) {
    case 'z':
      return event.shiftKey ? redo : undo;
    case 'y':
      return redo;
    case 'd':
      return grid.fill;
    case 'a':
      return () => grid.select({ anchor: { row: 0, column: 0 }, focus: last });
    default:
      return null;
  }
}
