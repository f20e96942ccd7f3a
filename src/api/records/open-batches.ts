import { useMemo, useSyncExternalStore } from 'react';
import { isUnknownArray, isWireObject } from '~/contract/scalars';
import { createCartHeaders } from './cart-headers';

/* The unfinished batches of carts, as the gateway told them with the last readings. Their pages announce them. */

/** A batch that is not finished with a cart. Any person may run it. */
export interface OpenBatch {
  readonly id: string;
  /** The number of its rows, and of those that were not done at the time of the announcement. */
  readonly rows: number;
  readonly left: number;
  /** When it was announced, in milliseconds by the gateway's clock. */
  readonly at: number;
}

const batches = createCartHeaders();

/** Notes the batches that a reading of a cart shows. */
export function noteOpenBatches(cartId: string, headers: Headers): void {
  batches.note(cartId, headers.get('x-ot-batches'));
}

/** The open batches of the last reading of a cart. */
export function openBatches(cartId: string): readonly OpenBatch[] {
  return readBatches(batches.of(cartId));
}

/** Calls back with the cart at each reading that shows open batches, or none any more. Gives the end of that. */
export const subscribeToOpenBatches = batches.subscribe;

/** The same for a screen. */
export function useOpenBatches(cartId: string): readonly OpenBatch[] {
  const header = useSyncExternalStore(batches.subscribe, () => batches.of(cartId));
  return useMemo(() => readBatches(header), [header]);
}

function readBatches(header: string | null): readonly OpenBatch[] {
  if (header === null) return [];
  try {
    const stored: unknown = JSON.parse(header);
    if (!isUnknownArray(stored)) return [];
    return stored.flatMap((raw) => {
      const { id, rows, left, at } = isWireObject(raw) ? raw : {};
      const isBatch = [rows, left, at].every((value) => typeof value === 'number') && typeof id === 'string';
      return isBatch ? [{ id, rows: Number(rows), left: Number(left), at: Number(at) }] : [];
    });
  } catch {
    return [];
  }
}
