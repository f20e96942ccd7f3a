const waiting = new Set<() => void>();
let isWatching = false;

/**
 * Does something right after the frame that shows what the present task has changed; at once where no frame may come, for
 * the page is hidden or about to end.
 */
export function afterPaint(act: () => void): void {
  watchForTheEnd();
  // A task that is begun within the frame comes after it.
  if (waiting.size === 0) requestAnimationFrame(() => setTimeout(doAll));
  waiting.add(act);
  if (document.hidden) doAll();
}

function doAll(): void {
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}

function watchForTheEnd(): void {
  if (isWatching) return;
  isWatching = true;
  addEventListener('pagehide', doAll, { capture: true });
  document.addEventListener('visibilitychange', doAll, { capture: true });
}
