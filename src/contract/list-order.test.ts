import { describe, expect, it } from 'vitest';
import { isInOrder } from './list-order';

const named = (...names: string[]) => names.map((name) => ({ name }));
const dated = (...dates: string[]) => dates.map((creation_date) => ({ creation_date }));

describe('the order of rows', () => {
  it.each([
    [named('a', 'B', 'c'), 'name', true],
    [named('B', 'a', 'c'), 'name', true],
    [named('c', 'B', 'a'), '-name', true],
    [named('P9', 'P10', 'P100'), 'name', true],
    [named('b', 'c', 'a'), 'name', false],
    [named('', 'a', '', 'b'), 'name', true],
    [named('a', 'a'), 'name', null],
    [named('a'), '-name', null],
    [dated('2026-10-25T02:30:00+02:00', '2026-10-25T02:10:00+01:00'), 'creation_date', true],
    [dated('2026-10-25T02:30:00+02:00', '2026-10-25T02:10:00+01:00'), '-creation_date', false],
  ])('of %j by %s: %s', (rows, sort, isOrdered) => {
    expect(isInOrder(rows, sort)).toBe(isOrdered);
  });
});
