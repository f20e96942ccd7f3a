/** In milliseconds: the longest that a frame is waited for. */
const PATIENCE = 30;

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Does something right after the frame that shows what the present task has changed. A busy machine's frame is not waited
 * for long, and where none may come, for the page is hidden or about to end, it is done at once.
 */
export function afterFrame(act: () => void): void {
  if (document.hidden) {
    act();
    return;
  }
  if (waiting.size === 0) {
    addEventListener('beforeunload', doAll, { capture: true });
    addEventListener('pagehide', doAll, { capture: true });
    document.addEventListener('visibilitychange', doAll, { capture: true });
    // A task that is begun within the frame comes after it.
    requestAnimationFrame(() => setTimeout(doAll));
    timer = setTimeout(doAll, PATIENCE);
  }
  waiting.add(act);
}

function doAll(): void {
  clearTimeout(timer);
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
