const waiting = new Set<() => void>();

/**
 * Does something right after the frame that shows what the present task has changed; at once where no frame may come, for
 * the page is hidden or about to end.
 */
export function afterFrame(act: () => void): void {
  if (document.hidden) {
    act();
    return;
  }
  if (waiting.size === 0) {
    addEventListener('pagehide', doAll, { capture: true });
    document.addEventListener('visibilitychange', doAll, { capture: true });
    // A task that is begun within the frame comes after it.
    requestAnimationFrame(() => setTimeout(doAll));
  }
  waiting.add(act);
}

function doAll(): void {
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
