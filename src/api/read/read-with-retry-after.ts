import type { QueryClient } from '@tanstack/react-query';
import { isApiError } from '~/api/transport/api-error';
import { pause } from '~/api/transport/pause';

/** How often an API or gateway that asks to slow down is waited for, and how long at most. In seconds. */
const MAX_WAITS = 2;
const LONGEST_WAIT = 60;
const USUAL_WAIT = 2;

export interface RetryingRead<T> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: () => Promise<T>;
  readonly signal: AbortSignal;
}

/**
 * Reads as any other read does, retries included, and caches nothing. It waits when the API or our gateway asks to slow
 * down. Work of many reads must not end at the first "too many requests". Throws as the read does; when cancelled, the
 * signal's reason.
 */
export async function readWithRetryAfter<T>(client: QueryClient, read: RetryingRead<T>): Promise<T> {
  const { signal } = read;
  for (let waits = 0; ; waits += 1) {
    try {
      return await readOnce(client, read);
    } catch (error) {
      signal.throwIfAborted();
      const isLimit = isApiError(error) && (error.kind === 'busy' || error.kind === 'own-limit');
      if (!isLimit || waits === MAX_WAITS) throw error;
      const seconds = error.retryAfterSeconds ?? USUAL_WAIT;
      if (seconds > LONGEST_WAIT) throw error;
      await pause(seconds * 1000 * (1 + Math.random() / 4), signal);
    }
  }
}

async function readOnce<T>(client: QueryClient, { queryKey, queryFn, signal }: RetryingRead<T>): Promise<T> {
  signal.throwIfAborted();
  // Also ends the pause between two tries.
  const cancel = () => void client.cancelQueries({ queryKey, exact: true });
  signal.addEventListener('abort', cancel);
  try {
    return await client.query({ queryKey, queryFn, staleTime: 0, gcTime: 0, structuralSharing: false });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
