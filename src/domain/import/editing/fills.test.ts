import { describe, expect, it } from 'vitest';
import type { ImportRow } from '~/domain/import/read-rows';
import { readBlock, toBlockText } from './cell-block';
import { blockTexts, clearBlock, fillDown, replaceInColumn, writeBlock } from './fills';
import { cursorAt, type GridCursor } from './grid-cursor';

const row = (rowNumber: number, enni: string, note = ''): ImportRow => ({
  rowNumber,
  texts: new Map([
    ['enni', enni],
    ['note', note],
  ]),
  notes: new Map(),
});
const cells = { rows: [row(2, 'A', 'x'), row(3, 'B'), row(4, '')], fields: ['enni', 'note'] };
const from = (focusRow: number, column: number, toRow = focusRow, toColumn = column): GridCursor => ({
  anchor: { row: focusRow, column },
  focus: { row: toRow, column: toColumn },
});

describe('a block on the clipboard', () => {
  it('is read as it was written', () => {
    const block = [
      ['A', 'two\nlines', ''],
      ['"quoted"', 'a\ttab', 'end'],
    ];
    expect(readBlock(toBlockText(block))).toEqual(block);
  });

  it('has no row for its last line break', () => {
    expect(readBlock('A\tB\r\nC\tD\r\n')).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  it('keeps a quotation mark within a text', () => {
    expect(readBlock('5" tube\t"open')).toEqual([['5" tube', '"open']]);
  });

  it('has an empty cell for empty text', () => {
    expect(readBlock('')).toEqual([['']]);
  });
});

describe('a fill down', () => {
  it('reaches the end from one row', () => {
    expect(fillDown(cells, cursorAt({ row: 0, column: 0 }))).toEqual([
      { row: 3, field: 'enni', text: 'A' },
      { row: 4, field: 'enni', text: 'A' },
    ]);
  });

  it('stays within the selected rows', () => {
    expect(fillDown(cells, from(0, 0, 1, 1))).toEqual([
      { row: 3, field: 'enni', text: 'A' },
      { row: 3, field: 'note', text: 'x' },
    ]);
  });
});

describe('a pasted block', () => {
  it('is written from the first selected cell on', () => {
    expect(writeBlock(cells, from(1, 0), [['C', 'D'], ['E']])).toEqual({
      edits: [
        { row: 3, field: 'enni', text: 'C' },
        { row: 3, field: 'note', text: 'D' },
        { row: 4, field: 'enni', text: 'E' },
      ],
      beyond: 0,
    });
  });

  it('of one cell fills the selection', () => {
    expect(writeBlock(cells, from(0, 1, 2, 1), [['x']]).edits).toEqual([
      { row: 3, field: 'note', text: 'x' },
      { row: 4, field: 'note', text: 'x' },
    ]);
  });

  it('counts what reaches beyond the grid', () => {
    expect(writeBlock(cells, from(2, 1), [['a', 'b'], ['c']]).beyond).toBe(2);
  });
});

it('a selection is copied and emptied', () => {
  expect(blockTexts(cells, from(0, 0, 1, 1))).toEqual([
    ['A', 'x'],
    ['B', ''],
  ]);
  expect(clearBlock(cells, from(0, 0, 1, 1)).map(({ row, field }) => [row, field])).toEqual([
    [2, 'enni'],
    [2, 'note'],
    [3, 'enni'],
  ]);
});

describe('a replacement in a column', () => {
  it('replaces each occurrence as it stands', () => {
    const rows = [row(2, 'a.b.c'), row(3, 'abc')];
    expect(replaceInColumn(rows, 'enni', { find: '.', by: '$&', isWhole: false })).toEqual([
      { row: 2, field: 'enni', text: 'a$&b$&c' },
    ]);
  });

  it('of whole cells fills empty ones too', () => {
    expect(replaceInColumn(cells.rows, 'enni', { find: '', by: 'Z', isWhole: true })).toEqual([
      { row: 4, field: 'enni', text: 'Z' },
    ]);
    expect(replaceInColumn(cells.rows, 'enni', { find: '', by: 'Z', isWhole: false })).toEqual([]);
  });
});
