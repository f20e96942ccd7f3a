import { useCartLock, type CartLock } from '~/api/records/cart-locks';
import { isOpenOrder, useOrder, type OrderRecord } from '~/api/records/orders';
import { gatewayClockAhead } from '~/api/session/gateway-session';

/** A confirmation of a cart whose outcome is unknown; times in milliseconds of this computer's clock. */
export interface OpenConfirmation {
  readonly since: number;
  /** Until then it may still be carried out; only later drafts mean that it was not. */
  readonly until: number;
  /** Whether this browser sent it. */
  readonly isOwn: boolean;
}

/**
 * The open confirmation of a cart, or null. This browser's record shows it, or the gateway's lock of the cart. While
 * there is one, no screen offers to change, confirm or delete the cart.
 */
export function useOpenConfirmation(cartId: string): OpenConfirmation | null {
  return openConfirmation(useOrder(cartId), useCartLock(cartId), gatewayClockAhead());
}

/** `clockAhead` is how far the gateway's clock is ahead, in milliseconds. */
export function openConfirmation(
  order: OrderRecord | null,
  lock: CartLock | null,
  clockAhead: number,
): OpenConfirmation | null {
  const own = order && isOpenOrder(order) ? order : null;
  if (lock) {
    const isOwn = own?.mark === lock.mark;
    return { since: lock.since - clockAhead, until: lock.until - clockAhead, isOwn };
  }
  return own && { since: own.since - clockAhead, until: own.until - clockAhead, isOwn: true };
}
