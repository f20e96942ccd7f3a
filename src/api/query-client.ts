import { QueryClient, type Query, type QueryExecuteOptions, type QueryKey } from '@tanstack/react-query';
import { isApiError, type ApiError, type ApiErrorKind } from './api-error';

/** Reads that fail in these ways are tried again by themselves; who says how long to wait is obeyed (see RetryCountdown). */
const PASSING: readonly ApiErrorKind[] = ['unreachable', 'timeout', 'fault'];
const MAX_RETRIES = 2;

/**
 * Reads: two more tries with jitter where a fault may pass. Writes: never again by themselves and never held back until
 * the network returns, for a click must not place an order a minute later.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < MAX_RETRIES && isApiError(error) && mayPass(error),
        retryDelay: (failures) => 2 ** failures * 500 * (0.75 + Math.random() / 2),
        staleTime: 5_000,
        gcTime: 5 * 60_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/**
 * For the page whose reading `startReading` has begun: what has failed by then is told, and not asked for again at once.
 * Retry asks all the same.
 */
export const UNLESS_FAILED = {
  enabled: ({ state }: Pick<Query, 'state'>): boolean => state.status !== 'error' || state.data !== undefined,
};

/** In milliseconds: what comes within it has come at once, as far as anybody notices. */
const A_MOMENT = 150;

/**
 * Begins a reading; the page that shows it shows how it goes, its failure too. Over when there is something to show, or
 * after a moment: a page whose data is nearly there is drawn once, with it, and the one before stays until then.
 */
export async function startReading<T, K extends QueryKey>(
  client: QueryClient,
  options: QueryExecuteOptions<T, Error, T, T, K>,
): Promise<void> {
  const reading = client.query(options).catch(() => undefined);
  if (client.getQueryData(options.queryKey) !== undefined) return;
  await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, A_MOMENT))]);
}

function mayPass({ kind, status, retryAfterSeconds }: ApiError): boolean {
  return PASSING.includes(kind) || (status === 503 && retryAfterSeconds === null);
}
