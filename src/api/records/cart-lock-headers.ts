import { useSyncExternalStore } from 'react';
import { createCartHeaders } from './cart-headers';

/* The cart locks of the last readings, unparsed. The first rows of a list note them and need no more. */

const locks = createCartHeaders();

/** Notes the lock that a reading of a cart shows. */
export function noteCartLock(cartId: string, headers: Headers): void {
  locks.note(cartId, headers.get('x-ot-lock'));
}

/** Notes the lock that the gateway's refusal of a write carries, if it does. */
export function noteRefusingLock(cartId: string, lock: unknown): void {
  if (lock !== undefined) locks.note(cartId, JSON.stringify(lock));
}

/** The header of the last reading of a cart; null when it had none. */
export const lockHeader = locks.of;

/** Calls back when the lock of any cart may have changed. Gives the function that ends that. */
export const subscribeToCartLocks = locks.subscribe;

/** Whether the last reading of a cart had one, for a screen. */
export function useIsCartLocked(cartId: string): boolean {
  return useSyncExternalStore(locks.subscribe, () => locks.of(cartId) !== null);
}
