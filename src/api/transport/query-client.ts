import { QueryClient, type Query, type QueryExecuteOptions, type QueryKey } from '@tanstack/react-query';
import { isApiError, type ApiError, type ApiErrorKind } from './api-error';

/** Reads that fail in these ways are tried again. A Retry-After of the server is obeyed (see RetryCountdown). */
const PASSING: readonly ApiErrorKind[] = ['unreachable', 'timeout', 'fault'];
const MAX_RETRIES = 2;

/**
 * Reads get two more tries with jitter where a fault may pass. Writes get none and never wait for the network to
 * return. A click must not place an order a minute later.
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
 * The option of a page whose reading `prefetchWithin` has begun. The page shows a failed reading and does not repeat it
 * at once. A retry by hand still works.
 */
export const KEEP_FAILED = {
  enabled: ({ state }: Pick<Query, 'state'>): boolean => state.status !== 'error' || state.data !== undefined,
};

/** In milliseconds: an answer within it feels immediate. */
const PREFETCH_WAIT_MS = 150;

/**
 * Begins a reading; the page shows its progress and failure. Resolves with the data, or without after PREFETCH_WAIT_MS. So
 * a page whose data arrives soon renders once, with its data.
 */
export async function prefetchWithin<T, K extends QueryKey>(
  client: QueryClient,
  options: QueryExecuteOptions<T, Error, T, T, K>,
): Promise<T | undefined> {
  const reading = client.query(options).catch(() => undefined);
  const known = client.getQueryData<T>(options.queryKey);
  if (known !== undefined) return known;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PREFETCH_WAIT_MS));
  return Promise.race([reading, late]);
}

function mayPass({ kind, status, retryAfterSeconds }: ApiError): boolean {
  return PASSING.includes(kind) || (status === 503 && retryAfterSeconds === null);
}
