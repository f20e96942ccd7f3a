import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
/** Below the number of wrong passwords after which providers lock an account. */
const PER_NAME = 5;
const PER_ADDRESS = 20;
const IN_ALL_PER_MINUTE = 60;
const AT_ONCE = 4;
const DELAYS = [0, 1000, 2000, 4000, 8000];
/** Every answer takes at least so long, so that its time says nothing. */
const FLOOR = 600;
const MOST_KEYS = 10_000;

export interface SignInAttempts {
  /**
   * Runs one attempt for a name from an address. Gives its answer; or in how many seconds another attempt is allowed,
   * and then nothing was tried.
   */
  readonly attempt: <T>(
    name: string,
    address: string,
    run: () => Promise<T>,
    isRefused: (answer: T) => boolean,
  ) => Promise<{ readonly tooMany: number } | { readonly answer: T }>;
}

interface Clock {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** Keeps passwords from being guessed through us, and accounts from being locked through us. */
export function createSignInAttempts({ now, wait }: Clock = { now: Date.now, wait: sleep }): SignInAttempts {
  const byName = new Map<string, number[]>();
  const byAddress = new Map<string, number[]>();
  const all = new Map<string, number[]>();
  let underWay = 0;

  /** The times of a key that still count; in seconds until the first of them is over when they are too many. */
  function waitFor(times: Map<string, number[]>, key: string, most: number, window: number): number {
    const recent = (times.get(key) ?? []).filter((time) => time > now() - window);
    times.delete(key);
    times.set(key, recent);
    const [oldestKey] = times.keys();
    if (times.size > MOST_KEYS && oldestKey !== undefined) times.delete(oldestKey);
    const [first = 0] = recent.slice(-most);
    return recent.length < most ? 0 : Math.max(1, Math.ceil((first + window - now()) / 1000));
  }

  return {
    async attempt(name, address, run, isRefused) {
      const key = createHash('sha256').update(name.trim().toLowerCase()).digest('base64url');
      const seconds = Math.max(
        waitFor(byName, key, PER_NAME, WINDOW),
        waitFor(byAddress, address, PER_ADDRESS, WINDOW),
        waitFor(all, 'all', IN_ALL_PER_MINUTE, MINUTE),
        underWay < AT_ONCE ? 0 : 1,
      );
      if (seconds > 0) return { tooMany: seconds };
      const attempts = byName.get(key) ?? [];
      const delay = DELAYS[Math.min(attempts.length, DELAYS.length - 1)] ?? 0;
      const time = now();
      for (const times of [attempts, byAddress.get(address), all.get('all')]) times?.push(time);
      underWay += 1;
      try {
        const floor = wait(FLOOR + delay);
        if (delay > 0) await wait(delay);
        const answer = await run();
        await floor;
        if (!isRefused(answer)) byName.delete(key);
        return { answer };
      } finally {
        underWay -= 1;
      }
    },
  };
}
