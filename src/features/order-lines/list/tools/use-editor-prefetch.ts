import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** In milliseconds: by then the editor is asked for even by a browser that is never idle. */
const LATEST = 2_000;

async function loadViewsAfter(page: Promise<unknown> | undefined): Promise<void> {
  await page;
  const { loadLineViews } = await import('~/features/order-lines/page/lazy');
  await loadLineViews();
}

/** Asks for the code of a line's page once the browser has nothing else to do, so that a click on a line need not wait for it. */
export function useEditorPrefetch(): void {
  const router = useRouter();
  useEffect(() => {
    const ask = () => {
      const route = router.routesByPath['/lines/$lineId'];
      // What does not come now is asked for again with the click.
      loadViewsAfter(route && router.loadRouteChunk(route)).catch(() => undefined);
    };
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(ask, LATEST);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(ask, { timeout: LATEST });
    return () => cancelIdleCallback(idle);
  }, [router]);
}
