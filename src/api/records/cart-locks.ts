import { useSyncExternalStore } from 'react';
import { isWireObject } from '~/contract/scalars';
import { lockHeader, subscribeToCartLocks } from './cart-lock-headers';

/**
 * A confirmation of a cart that the gateway has let through and that has no outcome yet. Times are in ms by the
 * gateway's clock.
 */
export interface CartLock {
  readonly since: number;
  readonly until: number;
  /** `sending`: the API has not answered yet. `open`: its answer left the outcome open. */
  readonly state: 'sending' | 'open';
  /** The first 16 hexadecimal digits of the SHA-256 of the confirmation's Idempotency-Key. */
  readonly mark: string;
}

let read: { readonly header: string; readonly lock: CartLock | null } | null = null;

/** The lock that the last reading of a cart has shown; null for none. */
export function cartLock(cartId: string): CartLock | null {
  const header = lockHeader(cartId);
  if (header === null) return null;
  // The same object for the same header: a screen renders again only for another one.
  if (read?.header !== header) read = { header, lock: readLock(header) };
  return read.lock;
}

/** The same for a screen. */
export function useCartLock(cartId: string): CartLock | null {
  return useSyncExternalStore(subscribeToCartLocks, () => cartLock(cartId));
}

/** The mark of a confirmation's Idempotency-Key. */
export async function markOf(idempotencyKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(idempotencyKey));
  return [...new Uint8Array(digest)]
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function readLock(header: string): CartLock | null {
  try {
    const lock: unknown = JSON.parse(header);
    const { since, until, state, mark } = isWireObject(lock) ? lock : {};
    if (typeof since !== 'number' || typeof until !== 'number' || typeof mark !== 'string') return null;
    return state === 'sending' || state === 'open' ? { since, until, state, mark } : null;
  } catch {
    return null;
  }
}
