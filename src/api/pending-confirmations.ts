import { useSyncExternalStore } from 'react';
import { isWireObject } from '~/contract/scalars';
import { keepRecords } from './kept-records';

/** A confirmation that was sent and whose end is not proved yet; times in milliseconds. */
export interface PendingConfirmation {
  readonly since: number;
  /** Until then it may still be carried out; only later do drafts mean that it was not. */
  readonly until: number;
  /** How many state changes the lines told of before. */
  readonly changesBefore: number;
}

/** By cart: every page and tab goes on checking instead of offering to place the order again. */
const records = keepRecords('orderdesk.confirmations', isPending);

/** To be called before a confirmation leaves; it may be carried out for `holdSeconds`. */
export function beginConfirmation(cartId: string, holdSeconds: number, changesBefore: number): void {
  const since = Date.now();
  records.set(cartId, { since, until: since + holdSeconds * 1000, changesBefore });
}

/** To be called when it is proved what became of it, or when a person decides to look at the cart anew. */
export function endConfirmation(cartId: string): void {
  records.remove(cartId);
}

/** The cart's confirmation as long as nobody knows what became of it; null otherwise. */
export function pendingConfirmation(cartId: string): PendingConfirmation | null {
  return records.all()[cartId] ?? null;
}

/** The same for a screen, which is drawn anew when it changes. */
export function usePendingConfirmation(cartId: string): PendingConfirmation | null {
  return useSyncExternalStore(records.subscribe, () => pendingConfirmation(cartId));
}

/** Every confirmation of which nobody knows what became of it, by cart. */
export function usePendingConfirmations(): Readonly<Record<string, PendingConfirmation>> {
  return useSyncExternalStore(records.subscribe, records.all);
}

function isPending(kept: unknown): kept is PendingConfirmation {
  return (
    isWireObject(kept) &&
    [kept['since'], kept['until'], kept['changesBefore']].every((number) => typeof number === 'number')
  );
}
