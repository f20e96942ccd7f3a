const waiting = new Set<() => void>();

/**
 * Does something in a task of its own, before which the browser puts the frame that shows what the present one has
 * changed; at once where tasks are held up, for the page is hidden or ends.
 */
export function inNextTask(act: () => void): void {
  if (document.hidden) {
    act();
    return;
  }
  if (waiting.size === 0) {
    addEventListener('pagehide', doAll, { capture: true });
    document.addEventListener('visibilitychange', doAll, { capture: true });
    setTimeout(doAll);
  }
  waiting.add(act);
}

function doAll(): void {
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
