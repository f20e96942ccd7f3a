import { describe, expect, it } from 'vitest';
import { cursorAt, isSelected, movedCursor, selectedBlock, withinGrid } from './grid-cursor';

const size = { rows: 100, columns: 45 };
const from = cursorAt({ row: 10, column: 5 });

function after(key: string, { ctrlKey = false, shiftKey = false } = {}) {
  return movedCursor(from, { key, ctrlKey, shiftKey, metaKey: false }, size, 20);
}

describe('a key', () => {
  it.each([
    ['ArrowUp', 9, 5],
    ['ArrowDown', 11, 5],
    ['ArrowLeft', 10, 4],
    ['ArrowRight', 10, 6],
    ['PageDown', 30, 5],
    ['PageUp', 0, 5],
    ['Home', 10, 0],
    ['End', 10, 44],
  ])('%s leads to row %i, column %i', (key, row, column) => {
    expect(after(key)).toEqual(cursorAt({ row, column }));
  });

  it.each([
    ['Home', 0, 0],
    ['End', 99, 44],
    ['ArrowDown', 99, 5],
    ['ArrowRight', 10, 44],
  ])('%s with Ctrl leads to row %i, column %i', (key, row, column) => {
    expect(after(key, { ctrlKey: true })).toEqual(cursorAt({ row, column }));
  });

  it('with Shift makes the selection grow', () => {
    const cursor = after('ArrowDown', { shiftKey: true });
    expect(cursor && selectedBlock(cursor)).toEqual({
      first: { row: 10, column: 5 },
      last: { row: 11, column: 5 },
    });
    expect(cursor && isSelected(cursor, 11, 5)).toBe(true);
    expect(cursor && isSelected(cursor, 12, 5)).toBe(false);
  });

  it('that is text moves nothing', () => {
    expect(after('a')).toBeNull();
    expect(after('constructor')).toBeNull();
  });
});

it('a cursor stays within fewer rows', () => {
  expect(withinGrid(from, { rows: 3, columns: 2 })).toEqual(cursorAt({ row: 2, column: 1 }));
  expect(withinGrid(from, { rows: 0, columns: 2 })).toEqual(cursorAt({ row: 0, column: 1 }));
});
