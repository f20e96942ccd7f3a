import { useEffect } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { afterPaint } from '~/ui/keyboard/after-paint';

async function remember(line: OrderLine): Promise<void> {
  const { rememberSites } = await import('~/features/order-lines/book/book-store');
  await rememberSites(line);
}

/** Puts the site and the contacts of a line that was read or saved into the book, once the page is drawn. */
export function useRememberSites(line: OrderLine): void {
  useEffect(() => {
    // Without its code or storage there are no suggestions, and nothing else is lost.
    afterPaint(() => void remember(line).catch(() => undefined));
  }, [line]);
}
