import { useEffect, type RefObject } from 'react';

/**
 * A button may go with what it did, and the focus with it, to the top of the document. Its surroundings, which `frame` is to
 * be and which must be focusable, take the focus instead: the keyboard goes on from there.
 */
export function useFocusStays(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const surroundings = frame.current;
    if (!surroundings) return undefined;
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      last = null;
      if (document.activeElement === document.body) surroundings.focus({ preventScroll: true });
    });
    surroundings.addEventListener('focusin', remember);
    observer.observe(surroundings, { childList: true, subtree: true });
    return () => {
      surroundings.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [frame]);
}
