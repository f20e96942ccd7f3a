import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { isLineSort, withoutDefaults, type ListAddress } from '~/domain/list-address';

/**
 * The ways to another address of a list. `start` asks for what an address lists: it is called first, so that the request
 * leaves with the key or click and not after the router's work.
 */
export function useListNavigation(to: '/lines' | '/carts', start: (address: ListAddress) => void) {
  const router = useRouter();
  const navigate = useNavigate();
  const [clears, setClears] = useState(0);

  const go = (toNext: (present: ListAddress) => ListAddress, replace = false) => {
    // The address may have moved on since the control was drawn: a text is handed up after a pause.
    const { pathname, search } = router.latestLocation;
    // Who is on the way to another page is not called back.
    if (pathname !== to) return;
    const next = withoutDefaults(toNext(withoutDefaults(search)));
    start(next);
    void navigate({ to, search: next, replace });
  };

  return {
    /** Changes some of what the address says, and goes to the first page unless told otherwise. */
    change: (changes: ListAddress, replace = false) =>
      go((present) => ({ ...present, page: '', ...changes }), replace),
    open: (address: ListAddress) => go(() => address),
    /** Takes every filter away and leaves the order of the rows. */
    clear: () => {
      setClears(clears + 1);
      go(({ sort }) => (sort !== undefined && isLineSort(sort) ? { sort } : {}));
    },
    /** A key for the filters: drawn anew after clearing, they forget what was being typed. */
    clears,
  };
}
