import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '~/api/transport/query-keys';

/**
 * The query of a reading from this computer's storage, named by `key`. It is read anew for each screen, and forgotten with
 * it: what is decrypted for a screen stays no longer in memory.
 */
export function storedDataQuery<T>(key: readonly (string | number)[], read: () => Promise<T>) {
  return queryOptions({
    queryKey: queryKeys.local(key),
    queryFn: read,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: false,
  });
}
