import { useSyncExternalStore } from 'react';

/** As in the style sheets: below it, rows are cards and forms have one column. */
const NARROW = 'screen and (max-width: 48rem)';

let narrow: MediaQueryList | undefined;

/** Made once: making one costs more than asking it a thousand times. */
function narrowScreen(): MediaQueryList {
  narrow ??= matchMedia(NARROW);
  return narrow;
}

function subscribe(onChange: () => void): () => void {
  narrowScreen().addEventListener('change', onChange);
  return () => narrowScreen().removeEventListener('change', onChange);
}

/** Whether the screen is so narrow that rows are cards and forms have one column. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrowScreen().matches);
}
