import { useSyncExternalStore } from 'react';

/** The width below which the style sheets put everything into one column. */
const NARROW = '(max-width: 48rem)';

function subscribe(listener: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the screen is narrow, for what must then stand elsewhere in the document, not only on the screen. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
