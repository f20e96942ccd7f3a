import { describe, expect, it } from 'vitest';
import { toSlots } from './row-slots';

const row = (key: string, state = 'created') => ({ key, row: { id: key, state } });

describe('the places of rows', () => {
  it('are counted up for the first rows', () => {
    expect(toSlots([], [row('a'), row('b')]).map(({ slot }) => slot)).toEqual([0, 1]);
  });

  it('pass on, in order, from rows that are gone to new ones', () => {
    const before = toSlots([], [row('a'), row('b'), row('c')]);
    const after = toSlots(before, [row('d'), row('b'), row('e'), row('f')]);
    expect(after.map(({ slot, entry }) => [slot, entry.key])).toEqual([
      [0, 'd'],
      [1, 'b'],
      [2, 'e'],
      [3, 'f'],
    ]);
  });

  it('stay with rows that are still there, in whatever order', () => {
    const before = toSlots([], [row('a'), row('b')]);
    expect(toSlots(before, [row('b'), row('a')]).map(({ slot }) => slot)).toEqual([1, 0]);
  });

  it('keep the object of a row that says the same, so that it is not drawn again', () => {
    const before = toSlots([], [row('a'), row('b')]);
    const after = toSlots(before, [row('a'), row('b', 'in_progress')]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.entry.row.state).toBe('in_progress');
  });

  it('are never given twice', () => {
    const before = toSlots([], [row('a'), row('b'), row('c')]);
    const fewer = toSlots(before, [row('c')]);
    const more = toSlots(fewer, [row('x'), row('c'), row('y')]);
    expect(new Set(more.map(({ slot }) => slot)).size).toBe(3);
  });
});
