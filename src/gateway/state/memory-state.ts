import { randomBytes } from 'node:crypto';
import { NEW_EPOCH_KEY, type StateStore } from './state-store';
import { StateTable } from './state-table';

/** A name for the life of a store. */
export function drawEpoch(): string {
  return randomBytes(12).toString('base64url');
}

/** The methods of a store over a table; `commit` resolves when all changes so far are durable. */
export function storeOver(
  table: StateTable,
  epoch: string,
  now: () => number,
  commit: () => Promise<void>,
  close: () => Promise<void>,
): StateStore {
  async function durable<T>(result: T, isChange: boolean): Promise<T> {
    if (isChange) await commit();
    return result;
  }
  return {
    epoch,
    now,
    get: async (key) => table.get(key),
    claim: async (key, value, lifetime) => {
      const claim = table.claim(key, value, lifetime);
      return durable(claim, claim.kind === 'claimed');
    },
    replace: async (key, expected, value, ttlMs) => {
      const isReplaced = table.replace(key, expected, value, ttlMs);
      return durable(isReplaced, isReplaced);
    },
    remove: async (key, expected) => {
      const isRemoved = table.remove(key, expected);
      return durable(isRemoved, isRemoved);
    },
    increment: async (key, lifetime) => {
      const count = table.increment(key, lifetime);
      return durable(count, Number.isFinite(count.count));
    },
    close,
    isShared: false,
  };
}

/** A store that ends with the process: for tests and the development server. `now` is its clock. */
export function createMemoryState(now: () => number = Date.now, newEpochMs = 0): StateStore {
  const table = new StateTable(now);
  if (newEpochMs > 0) table.claim(NEW_EPOCH_KEY, '', { ttlMs: newEpochMs });
  return storeOver(
    table,
    drawEpoch(),
    now,
    async () => undefined,
    async () => undefined,
  );
}
