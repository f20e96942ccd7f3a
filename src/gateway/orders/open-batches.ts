import { isUnknownArray, isWireObject } from '~/contract/scalars';
import type { StateStore } from '~/gateway/state/state-store';

/*
 * Batches that are not finished with a cart, as the pages that run them announce them. The gateway knows how many rows
 * they have, not what is in them. Everybody who reads the cart is told.
 */

const DAY = 24 * 3_600_000;
/** As long as the journal of a batch stays in its browser. */
const LASTS = 30 * DAY;
/** Carts with open batches of one person. */
const MOST_CARTS = 50;
/** Of one cart. */
const MOST_BATCHES = 5;
const MOST_ROWS = 1_000_000;
/** How often a change is tried, where others change the entry at the same moment. */
const TRIES = 5;

/** A batch as its page announces it. */
export interface BatchAnnouncement {
  readonly id: string;
  /** The number of its rows, and of those that are not done. */
  readonly rows: number;
  readonly left: number;
}

/** The same with the time of the last announcement, in ms of the store's clock. */
type AnnouncedBatch = BatchAnnouncement & { readonly at: number };

export interface OpenBatches {
  /** The open batches of a cart. */
  of(cartId: string): Promise<readonly AnnouncedBatch[]>;
  /**
   * Notes a batch; one with no row left is over. Gives how long to wait, in ms, when the person or the cart has too many,
   * and 0 otherwise. Durable when it resolves.
   */
  announce(cartId: string, batch: BatchAnnouncement, owner: string): Promise<number>;
}

/** The open batches of a store. */
export function createOpenBatches(state: StateStore): OpenBatches {
  const readEntry = async (cartId: string) => {
    const entry = await state.get(batchesName(cartId));
    return { value: entry?.value, batches: entry ? parseBatches(entry.value) : [] };
  };
  return {
    of: async (cartId) => (await readEntry(cartId)).batches,

    async announce(cartId, { id, rows, left }, owner) {
      const name = batchesName(cartId);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const { value, batches } = await readEntry(cartId);
        const others = batches.filter((other) => other.id !== id);
        const open = left === 0 ? others : [...others, { id, rows, left, at: Math.round(state.now()) }];
        if (open.length > MOST_BATCHES) return DAY;
        if (open.length === 0) {
          if (value === undefined || (await state.remove(name, value))) return 0;
        } else if (value === undefined) {
          const quota = { name: `batches:${owner}`, most: MOST_CARTS };
          const claim = await state.claim(name, JSON.stringify(open), { ttlMs: LASTS, quota });
          if (claim.kind === 'claimed') return 0;
          if (claim.kind === 'over_quota') return claim.leftMs;
        } else if (await state.replace(name, value, JSON.stringify(open), LASTS)) return 0;
      }
      return 1000;
    },
  };
}

const batchesName = (cartId: string): string => `batches:${cartId}`;

/** Reads an announcement; null for anything else. */
export function readAnnouncement(raw: unknown): BatchAnnouncement | null {
  if (!isWireObject(raw)) return null;
  const { id, rows, left } = raw;
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return null;
  if (!isCount(rows) || !isCount(left) || left > rows || rows > MOST_ROWS) return null;
  return { id, rows, left };
}

function parseBatches(value: string): readonly AnnouncedBatch[] {
  const stored: unknown = JSON.parse(value);
  if (!isUnknownArray(stored)) return [];
  return stored.flatMap((raw) => {
    const batch = readAnnouncement(raw);
    const at = isWireObject(raw) ? Number(raw['at']) : 0;
    return batch ? [{ ...batch, at }] : [];
  });
}
