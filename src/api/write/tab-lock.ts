import { ApiError } from '~/api/transport/api-error';

/** How long a write waits for one on the same object in another tab, in milliseconds. */
const WAIT = 30_000;

/**
 * Does work on an object (`line:{id}`, `cart:{id}`) when no other tab of this browser does. Throws an ApiError of effect
 * `none` when another tab takes too long.
 */
export async function withTabLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  const limit = AbortSignal.timeout(WAIT);
  let isStarted = false;
  try {
    return await navigator.locks.request(name, { signal: limit }, async () => {
      isStarted = true;
      return work();
    });
  } catch (error) {
    if (isStarted || !limit.aborted) throw error;
    throw new ApiError({ kind: 'other-tab', effect: 'none' }, { cause: error });
  }
}

/** Does work on an object, or `otherwise` at once where another tab works on it. */
export async function ifLockIsFree<T>(
  name: string,
  work: () => Promise<T>,
  otherwise: () => Promise<T>,
): Promise<T> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : otherwise()));
}

const sendingLock = (key: string) => `write:${key}`;

/** Holds the lock of a key while its write is sent, so that no other tab calls it lost. */
export function whileSending<T>(key: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(sendingLock(key), work) : work();
}

/** Resolves when no tab is sending the write of a key: it was answered, or its tab is gone. */
export async function notSending(key: string): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(sendingLock(key), async () => undefined);
}

/**
 * Guards against the second click of a double click. While work of a name is under way in this page, a second request
 * for it gives the same promise.
 */
export function singleFlight<T>(
  running: Map<string, Promise<T>>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const known = running.get(name);
  if (known) return known;
  const started = work().finally(() => running.delete(name));
  running.set(name, started);
  return started;
}
