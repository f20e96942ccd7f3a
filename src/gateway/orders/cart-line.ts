import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StateStore } from '~/gateway/state/state-store';

/*
 * The writes on one cart run one after another. So a write compares the cart with its base and no other write comes
 * between. Within an instance that is a queue, across instances a lease in the store.
 */

const LONGEST_WAIT = 10_000;
/** Waiting for one cart. */
const MOST_WAITING = 20;
/** The longest reading and comparing before a write, and then its longest wait for the API, in ms. */
const READING_TIME = 10_000;
const QUEUE_TIME = 5000;

/** Too many wait for a cart, or one waits too long. Nothing was done. */
export class CartBusyError extends Error {
  override name = 'CartBusyError';
}

export interface CartTurn {
  /** Throws a CartBusyError when a write that begins now could outlast the turn. */
  readonly check: () => void;
}

export type InCartLine = <T>(cartId: string, work: (turn: CartTurn) => Promise<T>) => Promise<T>;

/** Gives turns on carts; `writeMs` is the time limit of a write. */
export function createCartLine(state: StateStore, writeMs: number): InCartLine {
  const lines = new Map<string, Set<() => void>>();
  const leaseMs = READING_TIME + QUEUE_TIME + writeMs;

  async function enter(cartId: string): Promise<void> {
    const line = lines.get(cartId);
    if (!line) {
      lines.set(cartId, new Set());
      return;
    }
    if (line.size >= MOST_WAITING) throw new CartBusyError();
    await new Promise<void>((resolve, reject) => {
      const start = (): void => {
        clearTimeout(tooLong);
        line.delete(start);
        resolve();
      };
      const tooLong = setTimeout(() => {
        line.delete(start);
        reject(new CartBusyError());
      }, LONGEST_WAIT);
      line.add(start);
    });
  }

  function leave(cartId: string): void {
    const [next] = lines.get(cartId) ?? [];
    if (next) next();
    else lines.delete(cartId);
  }

  /** The time of the monotonic clock at which the lease ends. */
  async function takeLease(name: string, token: string): Promise<number> {
    const giveUpAt = performance.now() + LONGEST_WAIT;
    for (;;) {
      const askedAt = performance.now();
      const { kind } = await state.claim(name, token, { ttlMs: leaseMs });
      if (kind === 'claimed') return askedAt + leaseMs;
      if (askedAt > giveUpAt) throw new CartBusyError();
      await pause(randomInt(20, 80));
    }
  }

  return async (cartId, work) => {
    await enter(cartId);
    try {
      if (!state.isShared) return await work({ check: () => undefined });
      const [name, token] = [`line:${cartId}`, randomBytes(12).toString('base64url')];
      const endsAt = await takeLease(name, token);
      try {
        return await work({
          check: () => {
            if (performance.now() + QUEUE_TIME + writeMs > endsAt) throw new CartBusyError();
          },
        });
      } finally {
        // It ends by itself where the store cannot be reached.
        state.remove(name, token).catch(() => undefined);
      }
    } finally {
      leave(cartId);
    }
  };
}
