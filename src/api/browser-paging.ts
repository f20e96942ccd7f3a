import type { ListPage } from '~/contract/list-envelope';

/**
 * Pages a list that the server gave whole: a bare array of more rows than were asked for holds all of them. Any other
 * page is left as it came.
 */
export function toBrowserPage<T>(page: ListPage<T>, query: { page: number; pageSize: number }): ListPage<T> {
  const { rows } = page;
  if (!page.bare) return page;
  const isWhole = rows.length > query.pageSize || (query.page === 1 && rows.length < query.pageSize);
  if (!isWhole) return page;
  const start = (query.page - 1) * query.pageSize;
  return {
    rows: rows.slice(start, start + query.pageSize),
    total: rows.length,
    hasNext: rows.length > start + query.pageSize,
    bare: true,
  };
}
