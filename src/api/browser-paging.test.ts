import { describe, expect, it } from 'vitest';
import type { ListPage } from '~/contract/list-envelope';
import { toBrowserPage } from './browser-paging';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ ok: true as const, value: from + index }));
const bare = (count: number): ListPage<number> => ({
  rows: rows(1, count),
  total: null,
  hasNext: null,
  bare: true,
});

describe('a bare list', () => {
  it.each([
    // asked: page of 10; given: so many rows; shown: from, to
    { given: 25, page: 1, from: 1, to: 10, total: 25, hasNext: true },
    { given: 25, page: 2, from: 11, to: 20, total: 25, hasNext: true },
    { given: 25, page: 3, from: 21, to: 25, total: 25, hasNext: false },
    { given: 20, page: 2, from: 11, to: 20, total: 20, hasNext: false },
    { given: 11, page: 1, from: 1, to: 10, total: 11, hasNext: true },
    { given: 9, page: 1, from: 1, to: 9, total: 9, hasNext: false },
  ])(
    'of $given rows is the whole list: page $page of 10 shows $from to $to',
    ({ given, page, from, to, total, hasNext }) => {
      expect(toBrowserPage(bare(given), { page, pageSize: 10 })).toEqual({
        rows: rows(from, to),
        total,
        hasNext,
        bare: true,
      });
    },
  );

  it('past its end shows nothing and still says how many there are', () => {
    expect(toBrowserPage(bare(25), { page: 4, pageSize: 10 })).toMatchObject({
      rows: [],
      total: 25,
      hasNext: false,
    });
  });

  it('of no row is whole on its first page', () => {
    expect(toBrowserPage(bare(0), { page: 1, pageSize: 10 })).toMatchObject({ rows: [], total: 0 });
  });

  it.each([
    ['as many rows as were asked for', 10, 1],
    ['a full later page', 10, 3],
    ['a last page', 4, 3],
  ])('of %s may be a page or the whole, and is left as it came', (_, given, page) => {
    expect(toBrowserPage(bare(given), { page, pageSize: 10 })).toEqual(bare(given));
  });
});

it('a list that speaks of pages is left as it came, whatever its length', () => {
  const page = { rows: rows(1, 25), total: 60, hasNext: true, bare: false };
  expect(toBrowserPage(page, { page: 1, pageSize: 10 })).toBe(page);
});
