/*
 * A batch runs in one tab at a time. The tab holds a lock as long as it runs, and the browser lets go of it when the tab
 * closes, crashes or is killed.
 */

const lockName = (id: string) => `orderdesk-batch:${id}`;

/** Does work as the owner of a batch. Gives false, at once, where another tab owns it. */
export async function asOwner(id: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

/** Whether a tab owns the batch. */
export async function isOwned(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name, mode }) => name === lockName(id) && mode === 'exclusive');
}

/** Resolves when no tab owns the batch. */
export async function untilFree(id: string): Promise<void> {
  if (!('locks' in navigator)) return;
  await navigator.locks.request(lockName(id), { mode: 'shared' }, () => undefined);
}
