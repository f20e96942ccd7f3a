import { readableRows, type ListPage, type ListRow } from '~/contract/list-envelope';
import { momentOf } from '~/contract/moments';
import { isInOrder } from '~/contract/list-order';
import { isWireObject } from '~/contract/scalars';

interface AskedPage {
  readonly page: number;
  readonly pageSize: number;
  /** A field of the rows, with a leading "-" for descending. */
  readonly sort?: string;
}

/**
 * Sorts and pages a list that the server gave whole. Such a list has more rows than the limit, or as many as there are.
 * Any other page stays as it came. Filters stay with the server.
 */
export function toBrowserPage<T>(page: ListPage<T>, query: AskedPage): ListPage<T> {
  const { rows } = page;
  const sort = query.sort ?? '';
  if (rows.length <= query.pageSize && page.total === rows.length && query.page === 1) {
    const isSorted = sort === '' || isInOrder(readableRows(rows), sort) !== false;
    return isSorted ? page : { ...page, rows: sortRows(rows, sort) };
  }
  const isShort = query.page === 1 && rows.length < query.pageSize && page.pageSize === null;
  const isWhole = rows.length > query.pageSize && (page.bare || page.total === rows.length);
  if (!isWhole && !(page.bare && isShort)) return page;
  const start = (query.page - 1) * query.pageSize;
  return {
    rows: sortRows(rows, sort).slice(start, start + query.pageSize),
    total: rows.length,
    hasNext: rows.length > start + query.pageSize,
    bare: true,
    pageSize: null,
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

/** The sort value of a row; null for an unreadable row. */
function sortKey(row: ListRow<unknown>, field: string): string | null {
  if (!row.ok) return null;
  const scalar = isWireObject(row.value) ? row.value[field] : '';
  const text = typeof scalar === 'string' ? scalar : '';
  // Times sort by the moment, and their text begins with the clock where they were written.
  const at = field.endsWith('_date') ? momentOf(text) : Number.NaN;
  return Number.isNaN(at) ? text : new Date(at).toISOString();
}

function rank(key: string | null): number {
  if (key === null) return 2;
  return key === '' ? 1 : 0;
}
