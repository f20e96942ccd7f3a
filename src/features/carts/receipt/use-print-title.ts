import { useEffect } from 'react';

/** What stands at the top of every printed sheet while this is shown. */
export function usePrintTitle(title: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    // As a string of CSS; what could end it has no place in a name.
    style.setProperty('--od-print-title', `"${title.replaceAll(/["\\\n]/g, ' ')}"`);
    return () => {
      style.removeProperty('--od-print-title');
    };
  }, [title]);
}
