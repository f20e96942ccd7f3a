import type { QueryClient } from '@tanstack/react-query';
import type { OrderLine } from '~/contract/order-line';
import { isApiError } from '~/api/transport/api-error';
import { fetchLine, lineQueries } from './order-lines';
import { readWithRetryAfter } from './read-with-retry-after';

/** How many details have been read. */
export interface DetailProgress {
  readonly read: number;
  readonly total: number;
}

/** A progress is drawn: a thousand drawings take longer than the readings. */
const MOST_REPORTS = 100;

/** The number of details read at a time. A cart of a hundred lines must not block the API for others. */
const AT_ONCE = 4;

/** Reads the details of lines, by their ids. A detail that cannot be read is missing: one bad line stays one bad line. */
export async function readLineDetails(
  client: QueryClient,
  ids: readonly string[],
  signal: AbortSignal,
  onProgress: (progress: DetailProgress) => void,
): Promise<ReadonlyMap<string, OrderLine>> {
  const waiting = [...ids];
  const details = new Map<string, OrderLine>();
  const reportEvery = Math.ceil(ids.length / MOST_REPORTS);
  let read = 0;
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const line = await readDetail(client, id, signal);
      if (line) details.set(id, line);
      read += 1;
      if (read % reportEvery === 0 || read === ids.length) onProgress({ read, total: ids.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return details;
}

async function readDetail(
  client: QueryClient,
  lineId: string,
  signal: AbortSignal,
): Promise<OrderLine | null> {
  const { queryKey } = lineQueries.detail(lineId);
  try {
    return await readWithRetryAfter(client, { queryKey, queryFn: () => fetchLine(lineId, signal), signal });
  } catch (error) {
    if (isApiError(error) && !signal.aborted) return null;
    throw error;
  }
}
