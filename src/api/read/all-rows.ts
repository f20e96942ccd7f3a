import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { readCartHeader, type CartHeader } from '~/contract/cart';
import { readListPage, type ListPage, type ListRow } from '~/contract/list-envelope';
import { listRequestQuery, PAGE_SIZE, type CartListQuery, type LineListQuery } from '~/contract/list-query';
import type { OperationName } from '~/contract/operations';
import { readOrderLineSummary, type OrderLineSummary } from '~/contract/order-line';
import { isApiError } from '~/api/transport/api-error';
import { callApi, readWith } from '~/api/transport/fetch-client';
import { readWithRetryAfter } from './read-with-retry-after';
import { queryKeys } from '~/api/transport/query-keys';

/** The progress of reading a whole list; the total is null when the API does not give it. */
export interface ReadingProgress {
  readonly read: number;
  readonly total: number | null;
}

export interface ReadAll {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadingProgress) => void;
}

export interface AllRows<T> {
  /** In the order of the list, each once; a row that cannot be read stays as an unreadable row. */
  readonly rows: readonly ListRow<T>[];
  /** The total in the API's first answer and in its last; null when the API gives none. */
  readonly totalAtStart: number | null;
  readonly totalAtEnd: number | null;
}

/** Rows per request: four times a screen, since no screen waits for the first of them. */
const ROWS_AT_A_TIME = 200;

/**
 * Reads every line that matches a query, across all its pages. Throws an ApiError when a page fails for good, and the
 * signal's reason when cancelled.
 */
export function readAllLines(
  client: QueryClient,
  query: LineListQuery,
  reading: ReadAll,
): Promise<AllRows<OrderLineSummary>> {
  const { lineLists } = queryKeys;
  return readAll(reading, pageReader(client, 'listLines', lineLists, readOrderLineSummary, query, reading));
}

/** Reads every cart that matches a query; as readAllLines. */
export function readAllCarts(
  client: QueryClient,
  query: CartListQuery,
  reading: ReadAll,
): Promise<AllRows<CartHeader>> {
  const { cartLists } = queryKeys;
  return readAll(reading, pageReader(client, 'listCarts', cartLists, readCartHeader, query, reading));
}

type ReadPage<T> = (page: number, pageSize: number) => Promise<ListPage<T>>;

function pageReader<T>(
  client: QueryClient,
  operation: OperationName,
  listsKey: QueryKey,
  readRow: (raw: unknown) => T,
  query: LineListQuery | CartListQuery,
  { signal }: ReadAll,
): ReadPage<T> {
  return (page, pageSize) => {
    const pageQuery = { ...query, page, pageSize };
    return readWithRetryAfter(client, {
      queryKey: [...listsKey, 'all', pageQuery],
      queryFn: async () => {
        const answer = await callApi(operation, { query: listRequestQuery(pageQuery), signal });
        return readWith(answer, (body) => readListPage(body, answer.headers, readRow));
      },
      signal,
    });
  };
}

/**
 * Reads page after page until the list ends. The end is no next page, all counted rows read, a missing page, or a page
 * without new rows. A page without new rows also ends the list of a server without pages.
 */
async function readAll<T extends { readonly id: string }>(
  { onProgress }: ReadAll,
  readPage: ReadPage<T>,
): Promise<AllRows<T>> {
  const first = await readFirstPage(readPage);
  // The size of the first answer counts: a server may have its own page size. A second page of our size would leave a
  // gap.
  const pageSize = first.rows.length;
  const rows: ListRow<T>[] = [];
  const known = new Set<string>();
  let answer = first;
  for (let page = 1; ; page += 1) {
    const fresh = answer.rows.filter((row) => !known.has(identityOf(row)));
    for (const row of fresh) known.add(identityOf(row));
    rows.push(...fresh);
    onProgress({ read: rows.length, total: answer.total });
    if (fresh.length === 0 || isLast(answer, rows.length)) break;
    const next = await readNextPage(readPage, page + 1, pageSize, answer);
    if (next === null) break;
    answer = next;
  }
  return { rows, totalAtStart: first.total, totalAtEnd: answer.total };
}

/** A server that refuses the size is asked for that of the screens. */
async function readFirstPage<T>(readPage: ReadPage<T>): Promise<ListPage<T>> {
  try {
    return await readPage(1, ROWS_AT_A_TIME);
  } catch (error) {
    if (isApiError(error) && error.kind === 'invalid') return readPage(1, PAGE_SIZE);
    throw error;
  }
}

/** null when there is no such page and none was promised: the one before was the last. */
async function readNextPage<T>(
  readPage: ReadPage<T>,
  page: number,
  pageSize: number,
  before: ListPage<T>,
): Promise<ListPage<T> | null> {
  try {
    return await readPage(page, pageSize);
  } catch (error) {
    if (isApiError(error) && error.kind === 'not-found' && before.hasNext === null) return null;
    throw error;
  }
}

function isLast(page: ListPage<unknown>, readCount: number): boolean {
  if (page.hasNext !== null) return !page.hasNext;
  // A bare array of more rows than the request's limit is the whole list. A shorter one may be a page of it.
  if (page.bare) return page.rows.length > ROWS_AT_A_TIME;
  return page.total !== null && readCount >= page.total;
}

/** The identity of a row: its id, else its whole content. */
function identityOf(row: ListRow<{ readonly id: string }>): string {
  if (row.ok) return row.value.id;
  return row.id === '' ? JSON.stringify(row.raw) : row.id;
}
