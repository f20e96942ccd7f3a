import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readListPage } from '~/contract/list-envelope';
import { listRequestQuery, type LineListQuery } from '~/contract/list-query';
import { LINE_STATES } from '~/contract/states';
import { readOrderLine, readOrderLineSummary, type OrderLine } from '~/contract/order-line';
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

async function fetchLinePage(query: LineListQuery, signal: AbortSignal) {
  const answer = await callApi('listLines', { query: listRequestQuery(query), signal });
  return readWith(answer, (body) =>
    toBrowserPage(readListPage(body, answer.headers, readOrderLineSummary), query),
  );
}

export const lineQueries = {
  /** A page of the list of lines, across carts. */
  list: (query: LineListQuery) =>
    queryOptions({
      queryKey: [...queryKeys.lineLists, query],
      queryFn: ({ signal }) => fetchLinePage(query, signal),
      placeholderData: keepPreviousData,
      structuralSharing: false,
    }),
  /**
   * How many lines each state has under a query's other filters, '' for all; null or absent where the API gives no
   * total. One request after the other, so that counting never stands in the way of rows.
   */
  stateCounts: ({ filters, search }: LineListQuery) => {
    const { state: _, ...others } = filters;
    const base = { filters: others, ...(search === undefined ? {} : { search }), page: 1, pageSize: 1 };
    return queryOptions({
      queryKey: [...queryKeys.lineLists, 'counts', base],
      queryFn: async ({ signal }) => {
        const counts: Record<string, number | null> = {};
        for (const state of ['', ...LINE_STATES]) {
          const asked = state === '' ? base : { ...base, filters: { ...others, state } };
          const { total } = await fetchLinePage(asked, signal);
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
