import { useSyncExternalStore } from 'react';

/** As in the style sheets: below it, rows are cards. */
const NARROW = '(max-width: 48rem)';

function subscribe(onChange: () => void): () => void {
  const narrow = matchMedia(NARROW);
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

/** Whether the screen is so narrow that rows are cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
