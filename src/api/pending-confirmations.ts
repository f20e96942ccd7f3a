import { useSyncExternalStore } from 'react';

/*
 * Confirmations that were sent and whose end is not proved yet. They are kept on this browser, so that a reload, another
 * page or another tab goes on checking instead of offering to place the order again.
 */

const KEY = 'orderdesk.confirmations';
const listeners = new Set<() => void>();

/** When each was sent, in milliseconds, by cart. Where storage is blocked they last as long as the page. */
let pending: Readonly<Record<string, number>> = {};
refresh();

/** To be called before a confirmation leaves. */
export function beginConfirmation(cartId: string): void {
  write({ ...read(), [cartId]: Date.now() });
}

/** To be called when it is proved what became of it, or when a person decides to look at the cart anew. */
export function endConfirmation(cartId: string): void {
  if (!(cartId in pending)) return;
  const { [cartId]: _, ...others } = read();
  write(others);
}

/** When the cart's confirmation was sent, as long as nobody knows what became of it; null otherwise. */
export function usePendingConfirmation(cartId: string): number | null {
  return useSyncExternalStore(subscribe, () => pending[cartId] ?? null);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', refresh);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', refresh);
  };
}

/** Another tab has written. */
function refresh(): void {
  pending = read();
  for (const listener of listeners) listener();
}

function read(): Readonly<Record<string, number>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, since]) => typeof since === 'number'));
  } catch {
    return pending;
  }
}

function write(next: Readonly<Record<string, number>>): void {
  pending = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Then this page alone knows.
  }
  for (const listener of listeners) listener();
}
