import { pause } from '~/api/transport/pause';

/*
 * A batch runs in one tab at a time. The tab holds a lock as long as it runs, and the browser lets go of it when the tab
 * closes, crashes or is killed.
 */

const lockName = (id: string) => `orderdesk-batch:${id}`;

/** How long a tab that follows a batch may hold its lock, in milliseconds: it lets go of it at once. */
const SHARED_FOR = 20;

/** Does work as the owner of a batch. Gives false, at once, where another tab owns it. */
export async function asOwner(id: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  const tryOnce = () =>
    navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  while (!(await tryOnce())) {
    if (await isOwned(id)) return false;
    await pause(SHARED_FOR);
  }
  return true;
}

/** Whether a tab owns the batch. */
export async function isOwned(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name, mode }) => name === lockName(id) && mode === 'exclusive');
}

const cartLockName = (cartId: string) => `orderdesk-batch-cart:${cartId}`;

/**
 * Does work when no other batch of this browser works on any of the carts. `onQueue` is told when it waits, and when it
 * waits no more. `signal` ends the waiting with its reason.
 */
export async function inTurnOfCarts(
  cartIds: readonly string[],
  signal: AbortSignal,
  onQueue: (isQueued: boolean) => void,
  work: () => Promise<void>,
): Promise<void> {
  // In one order, so that two batches never wait for each other.
  const [cartId, ...others] = cartIds.toSorted();
  if (cartId === undefined || !('locks' in navigator)) return work();
  const next = () => inTurnOfCarts(others, signal, onQueue, work);
  const isDone = await navigator.locks.request(cartLockName(cartId), { ifAvailable: true }, async (lock) => {
    if (lock) await next();
    return lock !== null;
  });
  if (isDone) return undefined;
  onQueue(true);
  await navigator.locks.request(cartLockName(cartId), { signal }, async () => {
    onQueue(false);
    await next();
  });
  return undefined;
}

/** Resolves when no tab owns the batch. */
export async function untilFree(id: string): Promise<void> {
  if (!('locks' in navigator)) return;
  await navigator.locks.request(lockName(id), { mode: 'shared' }, () => undefined);
}
