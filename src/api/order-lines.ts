import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readListPage } from '~/contract/list-envelope';
import { listRequestQuery, type LineListQuery } from '~/contract/list-query';
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

export const lineQueries = {
  /** A page of the list of lines, across carts. */
  list: (query: LineListQuery) =>
    queryOptions({
      queryKey: [...queryKeys.lineLists, query],
      queryFn: async ({ signal }) => {
        const answer = await callApi('listLines', { query: listRequestQuery(query), signal });
        return readWith(answer, (body) =>
          toBrowserPage(readListPage(body, answer.headers, readOrderLineSummary), query),
        );
      },
      placeholderData: keepPreviousData,
      structuralSharing: false,
    }),
  /** One line with all that the API returns of it. */
  detail: (lineId: string) =>
    queryOptions({
      queryKey: queryKeys.line(lineId),
      queryFn: ({ signal }) => fetchLine(lineId, signal),
    }),
};
