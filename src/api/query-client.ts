import { QueryClient } from '@tanstack/react-query';
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

function mayPass({ kind, status, retryAfterSeconds }: ApiError): boolean {
  return PASSING.includes(kind) || (status === 503 && retryAfterSeconds === null);
}
