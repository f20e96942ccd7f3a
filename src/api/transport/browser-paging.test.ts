import { describe, expect, it } from 'vitest';
import type { ListPage, ListRow } from '~/contract/list-envelope';
import { toBrowserPage } from './browser-paging';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ ok: true as const, value: from + index }));
const bare = (count: number): ListPage<number> => ({
  rows: rows(1, count),
  total: null,
  hasNext: null,
  bare: true,
  pageSize: null,
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
  ])('of $given rows shows $from to $to on page $page', ({ given, page, from, to, total, hasNext }) => {
    expect(toBrowserPage(bare(given), { page, pageSize: 10 })).toEqual({
      rows: rows(from, to),
      total,
      hasNext,
      bare: true,
      pageSize: null,
    });
  });

  it('past its end is empty and keeps the total', () => {
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

it('a short first page of unknown size stays unchanged', () => {
  const page = { ...bare(4), pageSize: 4 };
  expect(toBrowserPage(page, { page: 1, pageSize: 10 })).toBe(page);
});

it('a whole list in another order is sorted', () => {
  const values = ['B', 'A'].map((name) => ({ ok: true as const, value: { name } }));
  const page = { rows: values, total: 2, hasNext: null, bare: false, pageSize: null };
  expect(toBrowserPage(page, { page: 1, pageSize: 10, sort: 'name' }).rows).toEqual(values.toReversed());
  expect(toBrowserPage(page, { page: 1, pageSize: 10, sort: '-name' })).toBe(page);
});

it('a list with pages is left as it came', () => {
  const page = { rows: rows(1, 25), total: 60, hasNext: true, bare: false, pageSize: null };
  expect(toBrowserPage(page, { page: 1, pageSize: 10 })).toBe(page);
});

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly creation_date?: string;
}

/** The ids of the rows of a bare list, in the order in which they are shown. */
function shown(values: readonly (Row | null)[], sort: string | undefined, page = 1, pageSize = 20): string[] {
  const list: ListPage<Row> = {
    rows: values.map((value, index): ListRow<Row> =>
      value ? { ok: true, value } : { ok: false, id: `bad-${index}`, raw: null },
    ),
    total: null,
    hasNext: null,
    bare: true,
    pageSize: null,
  };
  const { rows } = toBrowserPage(list, { page, pageSize, ...(sort === undefined ? {} : { sort }) });
  return rows.map((row) => (row.ok ? row.value.id : row.id));
}

const named = (...names: string[]): Row[] => names.map((name) => ({ id: name, name }));

describe('the sort of a bare list that is whole', () => {
  it.each([
    [
      'names, without regard to capitals and accents',
      ['Zoé', 'éclair', 'Abel', 'Eve', 'abeille'],
      'abeille Abel éclair Eve Zoé',
    ],
    ['numbers in names by their size', ['PO_10', 'PO_9', 'PO_100'], 'PO_9 PO_10 PO_100'],
    ['numbers with leading zeros', ['0010', '9', '08'], '08 9 0010'],
  ])('puts %s in order, and the other way round', (_, names, order) => {
    expect(shown(named(...names), 'name').join(' ')).toBe(order);
    expect(shown(named(...names), '-name')).toEqual(order.split(' ').toReversed());
  });

  it('goes before its pages', () => {
    const rows = named('E', 'B', 'D', 'A', 'C');
    expect([1, 2, 3].map((page) => shown(rows, 'name', page, 2))).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
    expect([1, 2, 3].map((page) => shown(rows, '-name', page, 2))).toEqual([['E', 'D'], ['C', 'B'], ['A']]);
  });

  it('shows empty values last, unreadable rows after them', () => {
    const rows = [null, { id: 'blank', name: '' }, { id: 'none' }, ...named('B', 'A'), null];
    expect(shown(rows, 'name')).toEqual(['A', 'B', 'blank', 'none', 'bad-0', 'bad-5']);
    expect(shown(rows, '-name')).toEqual(['B', 'A', 'blank', 'none', 'bad-0', 'bad-5']);
  });

  it('leaves what is equal as it came, either way', () => {
    const rows = ['3', '1', '2'].map((id) => ({ id, name: 'same' }));
    expect(shown(rows, 'name')).toEqual(['3', '1', '2']);
    expect(shown(rows, '-name')).toEqual(['3', '1', '2']);
  });

  it('sorts moments across time zones', () => {
    const rows = [
      { id: 'third', creation_date: '2026-10-25T02:10:00.000+01:00' },
      { id: 'second', creation_date: '2026-10-25T02:30:00.000+02:00' },
      { id: 'unknown', creation_date: '' },
      { id: 'first', creation_date: '2026-10-25T00:29:59Z' },
    ];
    expect(shown(rows, 'creation_date')).toEqual(['first', 'second', 'third', 'unknown']);
    expect(shown(rows, '-creation_date')).toEqual(['third', 'second', 'first', 'unknown']);
  });

  it.each([undefined, '', '-', 'colour', '-colour', 'constructor'])(
    'by %j leaves the rows as they came',
    (sort) => {
      expect(shown(named('B', 'A', 'C'), sort)).toEqual(['B', 'A', 'C']);
    },
  );

  it('does not touch the rows that it was given', () => {
    const page: ListPage<Row> = {
      rows: named('B', 'A').map((value) => ({ ok: true, value })),
      total: null,
      hasNext: null,
      bare: true,
      pageSize: null,
    };
    toBrowserPage(page, { page: 1, pageSize: 20, sort: 'name' });
    expect(page.rows).toMatchObject([{ value: { id: 'B' } }, { value: { id: 'A' } }]);
  });
});

it("a page of a longer list keeps the server's order", () => {
  expect(shown(named('B', 'A'), 'name', 1, 2)).toEqual(['B', 'A']);
  expect(shown(named('B', 'A'), 'name', 2, 20)).toEqual(['B', 'A']);
});
