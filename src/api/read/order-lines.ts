import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readableRows, readListPage, type ListPage } from '~/contract/list-envelope';
import { isInOrder } from '~/contract/list-order';
import { listRequestQuery, type LineListQuery } from '~/contract/list-query';
import { LINE_STATES } from '~/contract/states';
import {
  readOrderLine,
  readOrderLineSummary,
  type OrderLine,
  type OrderLineSummary,
} from '~/contract/order-line';
import { toBrowserPage } from '~/api/transport/browser-paging';
import { callApi, readWith } from '~/api/transport/fetch-client';
import { noteCartLock } from '~/api/records/cart-lock-headers';
import { queryKeys } from '~/api/transport/query-keys';

/** Reads one line; throws an ApiError. */
export async function fetchLine(lineId: string, signal?: AbortSignal): Promise<OrderLine> {
  const answer = await callApi('readLine', { ids: { lineId }, ...(signal ? { signal } : {}) });
  const line = readWith(answer, readOrderLine);
  if (line.product_order_id !== '') noteCartLock(line.product_order_id, answer.headers);
  return line;
}

/** The server's answer to a query: one page, or the whole list from a server without pages. */
async function fetchLineRows(query: LineListQuery, signal: AbortSignal): Promise<ListPage<OrderLineSummary>> {
  const answer = await callApi('listLines', { query: listRequestQuery(query), signal });
  return readWith(answer, (body) => readListPage(body, answer.headers, readOrderLineSummary));
}

type Counts = Readonly<Record<string, number | null>>;

/** The counts of a list that came whole. */
function countStates({ rows }: ListPage<OrderLineSummary>): Counts {
  const inState = (state: string) => rows.filter((row) => row.ok && row.value.state === state).length;
  return { '': rows.length, ...Object.fromEntries(LINE_STATES.map((state) => [state, inState(state)])) };
}

export const lineQueries = {
  /** A page of the list of lines, across carts. */
  list: (query: LineListQuery) =>
    queryOptions({
      queryKey: [...queryKeys.lineLists, query],
      queryFn: async ({ signal }) => {
        const page = toBrowserPage(await fetchLineRows(query, signal), query);
        const isSorted = query.sort === undefined || isInOrder(readableRows(page.rows), query.sort) !== false;
        return { ...page, isSorted };
      },
      placeholderData: keepPreviousData,
      structuralSharing: false,
    }),
  /**
   * Counts the lines of each state under a query's other filters, '' for all. A count is null or absent where the API
   * gives no total. Requests go one after the other, so that counting never delays the rows. A server that gives the
   * whole list gets a single request.
   */
  stateCounts: ({ filters, search }: LineListQuery) => {
    const { state: _, ...others } = filters;
    const base = { filters: others, ...(search === undefined ? {} : { search }), page: 1, pageSize: 1 };
    return queryOptions({
      queryKey: [...queryKeys.lineLists, 'counts', base],
      queryFn: async ({ signal }): Promise<Counts> => {
        const counts: Record<string, number | null> = {};
        for (const state of ['', ...LINE_STATES]) {
          const stateQuery = state === '' ? base : { ...base, filters: { ...others, state } };
          const page = await fetchLineRows(stateQuery, signal);
          if (state === '' && page.bare && page.rows.length > stateQuery.pageSize) return countStates(page);
          const { total } = toBrowserPage(page, stateQuery);
          counts[state] = total;
          // An API that does not say how many lines there are will not say it of a state either.
          if (total === null) break;
        }
        return counts;
      },
      staleTime: 30_000,
    });
  },
  /** One line with all that the API returns of it. */
  detail: (lineId: string) =>
    queryOptions({
      queryKey: queryKeys.line(lineId),
      queryFn: ({ signal }) => fetchLine(lineId, signal),
    }),
};
