import { useSyncExternalStore } from 'react';

/*
 * Confirmations that were sent and whose end is not proved yet. They are kept on this browser, so that a reload, another
 * page or another tab goes on checking instead of offering to place the order again.
 */

const KEY = 'orderdesk.confirmations';
const listeners = new Set<() => void>();

/** A confirmation whose end is not proved; times in milliseconds. */
export interface PendingConfirmation {
  readonly since: number;
  /** Until then it may still be carried out; only later do drafts mean that it was not. */
  readonly until: number;
  /** How many state changes the lines told of before. */
  readonly changesBefore: number;
}

type Pending = Readonly<Record<string, PendingConfirmation>>;

/** By cart. Where storage is blocked they last as long as the page. */
let pending: Pending = {};
refresh();

/** To be called before a confirmation leaves; it may be carried out for `holdSeconds`. */
export function beginConfirmation(cartId: string, holdSeconds: number, changesBefore: number): void {
  const since = Date.now();
  write({ ...read(), [cartId]: { since, until: since + holdSeconds * 1000, changesBefore } });
}

/** To be called when it is proved what became of it, or when a person decides to look at the cart anew. */
export function endConfirmation(cartId: string): void {
  if (!(cartId in pending)) return;
  const { [cartId]: _, ...others } = read();
  write(others);
}

/** The cart's confirmation as long as nobody knows what became of it; null otherwise. */
export function pendingConfirmation(cartId: string): PendingConfirmation | null {
  return pending[cartId] ?? null;
}

/** The same for a screen, which is drawn anew when it changes. */
export function usePendingConfirmation(cartId: string): PendingConfirmation | null {
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

function read(): Pending {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(isPending));
  } catch {
    return pending;
  }
}

function isPending(entry: [string, unknown]): entry is [string, PendingConfirmation] {
  const [, kept] = entry;
  if (typeof kept !== 'object' || kept === null) return false;
  return (
    'since' in kept &&
    typeof kept.since === 'number' &&
    'until' in kept &&
    typeof kept.until === 'number' &&
    'changesBefore' in kept &&
    typeof kept.changesBefore === 'number'
  );
}

function write(next: Pending): void {
  pending = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Then this page alone knows.
  }
  for (const listener of listeners) listener();
}
