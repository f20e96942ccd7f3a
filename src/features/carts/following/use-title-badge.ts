import { useEffect } from 'react';

/**
 * Puts a mark in front of the tab's title as long as there is one, whatever page is open: pages set their own titles, so
 * the title itself is watched.
 */
export function useTitleBadge(mark: string | null): void {
  useEffect(() => {
    const title = document.querySelector('title');
    if (mark === null || !title) return undefined;
    const put = () => {
      if (!document.title.startsWith(mark)) document.title = mark + document.title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(title, { childList: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    };
  }, [mark]);
}
