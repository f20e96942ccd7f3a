import { useSyncExternalStore } from 'react';

/* The cart locks of the last readings, unparsed. The first rows of a list note them and need no more. */

/** The header that carries a lock, with every reading of a cart. */
const LOCK_HEADER = 'x-ot-lock';

const listeners = new Set<() => void>();
const headersByCart = new Map<string, string>();

/** Notes the lock that a reading of a cart shows. */
export function noteCartLock(cartId: string, headers: Headers): void {
  note(cartId, headers.get(LOCK_HEADER));
}

/** Notes the lock that the gateway's refusal of a write carries, if it does. */
export function noteRefusingLock(cartId: string, lock: unknown): void {
  if (lock !== undefined) note(cartId, JSON.stringify(lock));
}

function note(cartId: string, header: string | null): void {
  if (header === lockHeader(cartId)) return;
  if (header === null) headersByCart.delete(cartId);
  else headersByCart.set(cartId, header);
  for (const listener of listeners) listener();
}

/** The header of the last reading of a cart; null when it had none. */
export function lockHeader(cartId: string): string | null {
  return headersByCart.get(cartId) ?? null;
}

/** Calls back when the lock of any cart changes. Gives the function that ends that. */
export function subscribeToCartLocks(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether the last reading of a cart had one, for a screen. */
export function useIsCartLocked(cartId: string): boolean {
  return useSyncExternalStore(subscribeToCartLocks, () => lockHeader(cartId) !== null);
}
