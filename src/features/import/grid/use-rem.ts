import { useCallback, useSyncExternalStore, type RefObject } from 'react';

/** The pixels of one rem, also after the size of the browser's text changed. `ref`: a grid, whose head is as high as text asks for. */
export function useRem(ref: RefObject<HTMLElement | null>): number {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const observer = new ResizeObserver(onChange);
      const head = ref.current?.firstElementChild;
      if (head) observer.observe(head);
      return () => observer.disconnect();
    },
    [ref],
  );
  return useSyncExternalStore(subscribe, readRem);
}

function readRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
