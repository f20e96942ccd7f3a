import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** In milliseconds: by then the editor is asked for even by a browser that is never idle. */
const LATEST = 2_000;

/** Asks for the editor's code once the browser has nothing else to do, so that a click on a line need not wait for it. */
export function useEditorAhead(): void {
  const router = useRouter();
  useEffect(() => {
    const ask = () => {
      // What does not come now is asked for again with the click.
      const editor = router.routesByPath['/lines/$lineId'];
      if (editor) router.loadRouteChunk(editor)?.catch(() => undefined);
    };
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(ask, LATEST);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(ask, { timeout: LATEST });
    return () => cancelIdleCallback(idle);
  }, [router]);
}
