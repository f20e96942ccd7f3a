import type { ListPage, ListRow } from '~/contract/list-envelope';
import { isWireObject } from '~/contract/scalars';

interface AskedPage {
  readonly page: number;
  readonly pageSize: number;
  /** A field of the rows, with a leading "-" for descending. */
  readonly sort?: string;
}

/**
 * Sorts and pages a list that the server gave whole: a bare array of more rows than were asked for holds all of them.
 * Any other page is left as it came. Filters are the server's affair: who gives the whole may still have filtered.
 */
export function toBrowserPage<T>(page: ListPage<T>, query: AskedPage): ListPage<T> {
  const { rows } = page;
  if (!page.bare) return page;
  const isWhole = rows.length > query.pageSize || (query.page === 1 && rows.length < query.pageSize);
  if (!isWhole) return page;
  const start = (query.page - 1) * query.pageSize;
  return {
    rows: sortRows(rows, query.sort ?? '').slice(start, start + query.pageSize),
    total: rows.length,
    hasNext: rows.length > start + query.pageSize,
    bare: true,
  };
}

/** Rows that are equal keep their order; empty ones, and those that cannot be read, are last either way. */
function sortRows<T>(rows: readonly ListRow<T>[], sort: string): readonly ListRow<T>[] {
  const field = sort.replace(/^-/, '');
  if (field === '') return rows;
  const direction = field === sort ? 1 : -1;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return rows
    .map((row) => ({ row, key: sortKey(row, field) }))
    .toSorted((a, b) => rank(a.key) - rank(b.key) || direction * compare(a.key ?? '', b.key ?? ''))
    .map(({ row }) => row);
}

/** What a row is sorted by; null for a row that cannot be read. */
function sortKey(row: ListRow<unknown>, field: string): string | null {
  if (!row.ok) return null;
  const leaf = isWireObject(row.value) ? row.value[field] : '';
  const text = typeof leaf === 'string' ? leaf : '';
  // Times sort by the moment, and their text begins with the clock where they were written.
  const at = field.endsWith('_date') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? text : new Date(at).toISOString();
}

function rank(key: string | null): number {
  if (key === null) return 2;
  return key === '' ? 1 : 0;
}
