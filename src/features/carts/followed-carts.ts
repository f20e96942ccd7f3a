import { useSyncExternalStore } from 'react';
import { keepRecords, type Records } from '~/api/kept-records';

/** The carts whose way somebody follows on this browser: by their id the time since when, in milliseconds, nothing else. */
const records = keepRecords('orderdesk.followed', (kept) => typeof kept === 'number');

/** Follows a cart from now on; one that is followed already stays so since it was. */
export function followCart(cartId: string): void {
  if (!(cartId in records.all())) records.set(cartId, Date.now());
}

export function forgetCart(cartId: string): void {
  records.remove(cartId);
}

/** Since when each cart is followed, by its id. */
export function useFollowedCarts(): Records<number> {
  return useSyncExternalStore(records.subscribe, records.all);
}
