import { afterEach, expect, it, vi } from 'vitest';
import { asOwner } from './batch-locks';

/** Locks of which one is held by another tab for the first requests. */
function stubLocks(mode: 'shared' | 'exclusive', requests: number): void {
  let left = requests;
  const name = 'orderdesk-batch:1';
  vi.stubGlobal('navigator', {
    locks: {
      request: async (_: string, __: unknown, act: (lock: object | null) => unknown) => {
        left -= 1;
        return act(left >= 0 ? null : {});
      },
      query: async () => ({ held: left > 0 || mode === 'exclusive' ? [{ name, mode }] : [] }),
    },
  });
}

afterEach(() => vi.unstubAllGlobals());

it('a tab that follows a batch keeps nobody from running it', async () => {
  stubLocks('shared', 2);
  const work = vi.fn<() => Promise<void>>(async () => undefined);
  expect(await asOwner('1', work)).toBe(true);
  expect(work).toHaveBeenCalledTimes(1);
});

it('a batch that another tab runs is left to it', async () => {
  stubLocks('exclusive', 1);
  const work = vi.fn<() => Promise<void>>(async () => undefined);
  expect(await asOwner('1', work)).toBe(false);
  expect(work).not.toHaveBeenCalled();
});
