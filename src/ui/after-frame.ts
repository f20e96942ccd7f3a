const waiting = new Set<() => void>();

/**
 * Does something once the frame that is being made is on the screen; at once where no frame comes, for the page is hidden
 * or ends.
 */
export function afterFrame(act: () => void): void {
  if (document.hidden) {
    act();
    return;
  }
  if (waiting.size === 0) {
    addEventListener('pagehide', doAll, { capture: true });
    document.addEventListener('visibilitychange', doAll, { capture: true });
    requestAnimationFrame(() => setTimeout(doAll));
  }
  waiting.add(act);
}

function doAll(): void {
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
