/*
 * The ways to put the focus somewhere as the page changes: as the `ref` of the element that takes it.
 */

/** The element takes the focus when it appears, or when it is given this ref. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus();
}

/** The same where the focus was lost with the element that had it. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}

/**
 * A button may go, or be disabled, with what it did, and the focus with it, to the top of the document. This element around
 * it, which must be focusable, takes the focus instead: the keyboard goes on from there.
 */
export function focusFallback(surroundings: HTMLElement | null): (() => void) | undefined {
  if (!surroundings) return undefined;
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  const observer = new MutationObserver(() => {
    if (!last || (last.isConnected && !last.matches(':disabled'))) return;
    // A disabled element loses the focus only in the next frame.
    const isLost = document.activeElement === document.body || document.activeElement === last;
    last = null;
    if (isLost) surroundings.focus({ preventScroll: true });
  });
  surroundings.addEventListener('focusin', remember);
  observer.observe(surroundings, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    surroundings.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
