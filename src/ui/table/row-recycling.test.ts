import { describe, expect, it } from 'vitest';
import { toRecycledRows } from './row-recycling';

const row = (key: string, state = 'created') => ({ key, row: { id: key, state } });

describe('the places of rows', () => {
  it('are counted up for the first rows', () => {
    expect(toRecycledRows([], [row('a'), row('b')]).map(({ slot }) => slot)).toEqual([0, 1]);
  });

  it('pass in order from old rows to new ones', () => {
    const before = toRecycledRows([], [row('a'), row('b'), row('c')]);
    const after = toRecycledRows(before, [row('d'), row('b'), row('e'), row('f')]);
    expect(after.map(({ slot, entry }) => [slot, entry.key])).toEqual([
      [0, 'd'],
      [1, 'b'],
      [2, 'e'],
      [3, 'f'],
    ]);
  });

  it('stay with rows that are still there, in whatever order', () => {
    const before = toRecycledRows([], [row('a'), row('b')]);
    expect(toRecycledRows(before, [row('b'), row('a')]).map(({ slot }) => slot)).toEqual([1, 0]);
  });

  it('keep the object of an equal row', () => {
    const before = toRecycledRows([], [row('a'), row('b')]);
    const after = toRecycledRows(before, [row('a'), row('b', 'in_progress')]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.entry.row.state).toBe('in_progress');
  });

  it('are never given twice', () => {
    const before = toRecycledRows([], [row('a'), row('b'), row('c')]);
    const fewer = toRecycledRows(before, [row('c')]);
    const more = toRecycledRows(fewer, [row('x'), row('c'), row('y')]);
    expect(new Set(more.map(({ slot }) => slot)).size).toBe(3);
  });
});
