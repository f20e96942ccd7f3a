/**
 * Does something once the frame that is being made is on the screen; at once where no frame comes, for the page is hidden
 * or ends.
 */
export function afterFrame(act: () => void): void {
  if (document.hidden) {
    act();
    return;
  }
  const over = new AbortController();
  const { signal } = over;
  const once = () => {
    if (signal.aborted) return;
    over.abort();
    act();
  };
  requestAnimationFrame(() => setTimeout(once));
  addEventListener('pagehide', once, { capture: true, signal });
  document.addEventListener('visibilitychange', once, { capture: true, signal });
}
