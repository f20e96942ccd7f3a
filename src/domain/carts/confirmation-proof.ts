import { readableLines, type Cart } from '~/contract/cart';
import type { CartStatus } from '~/domain/lifecycles/cart-lifecycle';
import { isDecided, isDraft } from '~/domain/lifecycles/order-line-lifecycle';

/** How many state changes a cart's lines tell of. */
export function stateChangeCount(cart: Cart): number {
  return readableLines(cart).reduce((count, line) => count + line.state_change.length, 0);
}

/**
 * Whether a reading proves that a cart was confirmed: a line is no draft any more, the cart's state has left created, or
 * its lines tell of more state changes than before it was sent. Counted, not dated: the API's clock is not ours.
 */
export function showsConfirmed(cart: Cart, status: CartStatus, changesBefore: number): boolean {
  return (
    readableLines(cart).some((line) => !isDraft(line)) ||
    status.state !== 'created' ||
    stateChangeCount(cart) > changesBefore
  );
}

/**
 * Whether a reading is older than one that came before it, though it arrived later: a line that had moved on is a draft
 * again, or one that was decided is in progress again. No lifecycle of the document goes back.
 */
export function isOlderReading(later: Cart, before: Cart): boolean {
  const known = new Map(readableLines(before).map((line) => [line.id, line]));
  return readableLines(later).some((line) => {
    const past = known.get(line.id);
    if (!past) return false;
    return (
      (!isDraft(past) && isDraft(line)) ||
      (isDecided(past) && line.state === 'in_progress' && !isDecided(line))
    );
  });
}
