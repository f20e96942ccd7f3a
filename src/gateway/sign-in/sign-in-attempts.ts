import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { networkOf } from '~/gateway/http/client-address';
import type { KeyedHash } from '~/gateway/session/keyed-hash';
import type { StateStore } from '~/gateway/state/state-store';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
/** Below the number of wrong passwords after which providers lock an account. */
const PER_NAME = 5;
const PER_NETWORK = 20;
const IN_ALL_PER_MINUTE = 60;
const AT_ONCE = 4;
const DELAYS = [0, 1000, 2000, 4000, 8000];
/** Every answer takes at least so long, so that its time reveals nothing. */
const FLOOR = 600;

export interface SignInAttempts {
  /**
   * Runs one attempt for a name from an address. Gives its answer, or the seconds until another attempt is allowed; then
   * nothing was tried. Throws a StateUnavailableError.
   */
  readonly attempt: <T>(
    name: string,
    address: string,
    run: () => Promise<T>,
    isRefused: (answer: T) => boolean,
  ) => Promise<{ readonly tooMany: number } | { readonly answer: T }>;
}

interface Parts {
  readonly state: StateStore;
  readonly hash: KeyedHash;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/**
 * Limits attempts against guessed passwords and locked accounts. An entry per attempt stands in the store for its
 * window. The limit of all attempts bounds the entries, and no attempt removes those of another name.
 */
export function createSignInAttempts({ state, hash, wait = sleep }: Parts): SignInAttempts {
  let running = 0;

  /** Counts an attempt under a limit; gives the ms until the next when there are too many. */
  async function count(name: string, most: number, ttlMs: number): Promise<number> {
    const claim = await state.claim(`${name}:${randomUUID()}`, '', { ttlMs, quota: { name, most } });
    return claim.kind === 'over_quota' ? claim.leftMs : 0;
  }

  /** Takes one of a name's attempts; gives its number, or the ms until one is free. */
  async function takeOfName(slots: readonly string[]): Promise<{ slot: number } | { leftMs: number }> {
    let leftMs = Number.POSITIVE_INFINITY;
    for (const [slot, key] of slots.entries()) {
      const claim = await state.claim(key, '', { ttlMs: WINDOW });
      if (claim.kind === 'claimed') return { slot };
      leftMs = Math.min(leftMs, claim.leftMs);
    }
    return { leftMs };
  }

  return {
    async attempt(name, address, run, isRefused) {
      const leftMs =
        (await count(`sign-in:from:${hash('from', networkOf(address))}`, PER_NETWORK, WINDOW)) ||
        (await count('sign-in:all', IN_ALL_PER_MINUTE, MINUTE));
      if (leftMs > 0) return { tooMany: inSeconds(leftMs) };
      const who = hash('who', name.trim().normalize().toLowerCase());
      const slots = Array.from({ length: PER_NAME }, (_, slot) => `sign-in:name:${who}:${slot}`);
      const taken = await takeOfName(slots);
      if ('leftMs' in taken) return { tooMany: inSeconds(taken.leftMs) };
      const delay = DELAYS[taken.slot] ?? 0;
      const floor = wait(FLOOR + delay);
      // A delayed attempt holds no place, or four of them would stop all others.
      if (delay > 0) await wait(delay);
      if (running >= AT_ONCE) return { tooMany: 1 };
      running += 1;
      try {
        const answer = await run();
        await floor;
        if (!isRefused(answer)) await Promise.all(slots.map((key) => state.remove(key)));
        return { answer };
      } finally {
        running -= 1;
      }
    },
  };
}

function inSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
