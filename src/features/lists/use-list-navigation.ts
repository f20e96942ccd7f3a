import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { isLineSort, withoutDefaults, type ListSearchParams } from '~/domain/lists/list-search-params';

/**
 * Navigates within a list. `start` begins the request for new search params: it is called first, so that the request
 * leaves with the key or click and not after the router's work.
 */
export function useListNavigation(to: '/lines' | '/carts', start: (search: ListSearchParams) => void) {
  const router = useRouter();
  const navigate = useNavigate();
  const [clears, setClears] = useState(0);

  const go = (toNext: (present: ListSearchParams) => ListSearchParams, replace = false) => {
    // The search params may have changed since the control was drawn: a text is handed up after a pause.
    const { pathname, search } = router.latestLocation;
    // Another page may be opening already.
    if (pathname !== to) return;
    const next = withoutDefaults(toNext(withoutDefaults(search)));
    start(next);
    void navigate({ to, search: next, replace });
  };

  return {
    /** Changes search params and goes to the first page, unless `page` is among them. */
    change: (changes: ListSearchParams, replace = false) =>
      go((present) => ({ ...present, page: '', ...changes }), replace),
    open: (search: ListSearchParams) => go(() => search),
    /** Removes every filter and keeps the sort. */
    clear: () => {
      setClears(clears + 1);
      go(({ sort }) => (sort !== undefined && isLineSort(sort) ? { sort } : {}));
    },
    /** A key for the filters: drawn anew after clearing, they forget what was being typed. */
    clears,
  };
}
