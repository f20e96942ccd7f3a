import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readListPage, type ListPage } from '~/contract/list-envelope';
import { listRequestQuery, type LineListQuery } from '~/contract/list-query';
import { LINE_STATES } from '~/contract/states';
import {
  readOrderLine,
  readOrderLineSummary,
  type OrderLine,
  type OrderLineSummary,
} from '~/contract/order-line';
import { toBrowserPage } from './browser-paging';
import { callApi, readWith } from './fetch-client';
import { queryKeys } from './refresh-table';

/** Reads one line; throws an ApiError. */
export async function fetchLine(lineId: string, signal?: AbortSignal): Promise<OrderLine> {
  return readWith(
    await callApi('readLine', { ids: { lineId }, ...(signal ? { signal } : {}) }),
    readOrderLine,
  );
}

/** What the server gives for a query: a page of it, or, from one that knows no pages, all of it. */
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
      queryFn: async ({ signal }) => toBrowserPage(await fetchLineRows(query, signal), query),
      placeholderData: keepPreviousData,
      structuralSharing: false,
    }),
  /**
   * How many lines each state has under a query's other filters, '' for all; null or absent where the API gives no
   * total. One request after the other, so that counting never stands in the way of rows; a single one where the server
   * gives the whole list anyway.
   */
  stateCounts: ({ filters, search }: LineListQuery) => {
    const { state: _, ...others } = filters;
    const base = { filters: others, ...(search === undefined ? {} : { search }), page: 1, pageSize: 1 };
    return queryOptions({
      queryKey: [...queryKeys.lineLists, 'counts', base],
      queryFn: async ({ signal }): Promise<Counts> => {
        const counts: Record<string, number | null> = {};
        for (const state of ['', ...LINE_STATES]) {
          const asked = state === '' ? base : { ...base, filters: { ...others, state } };
          const page = await fetchLineRows(asked, signal);
          if (state === '' && page.bare && page.rows.length > asked.pageSize) return countStates(page);
          const { total } = toBrowserPage(page, asked);
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
