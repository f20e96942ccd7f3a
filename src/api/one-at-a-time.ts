import { ApiError } from './api-error';

/** How long a write waits for one on the same object in another tab, in milliseconds. */
const WAIT = 30_000;

/**
 * Does work on an object (`line:{id}`, `cart:{id}`) when nobody else does, in this browser's tabs. Throws an ApiError by
 * which nothing was done when others take too long.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
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
    throw new ApiError({ kind: 'busy', acted: 'no' }, { cause: error });
  }
}

/** Does work on an object if nobody else does, and gives `otherwise` at once if somebody does. */
export async function ifFree<T>(
  name: string,
  work: () => Promise<T>,
  otherwise: () => Promise<T>,
): Promise<T> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : otherwise()));
}

/**
 * A guard against the second click of a double click, which may come before anything is drawn anew: while work of a name is
 * under way in this page, asking for it again gives the same promise.
 */
export function onlyOnce<T>(
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
