import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedState } from './embedded-state';
import { createMemoryState } from './memory-state';
import { NEW_EPOCH_KEY, type StateStore } from './state-store';

const MINUTE = 60_000;
const LASTS = { ttlMs: MINUTE };

interface Opened {
  readonly store: StateStore;
  readonly pass: (milliseconds: number) => void;
}

async function openMemory(newEpochMs = 0): Promise<Opened> {
  let now = 1000;
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { store: createMemoryState(() => now, newEpochMs), pass };
}

async function openFolder(newEpochMs = 0): Promise<Opened> {
  let now = 1000;
  const folder = await mkdtemp(join(tmpdir(), 'state-'));
  const store = await openEmbeddedState({ folder, newEpochMs, monotonic: () => now });
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { store, pass };
}

describe.each([
  ['in memory', openMemory],
  ['in a folder', openFolder],
])('a store %s', (_, open) => {
  it('lets a key be claimed once', async () => {
    const { store } = await open();
    expect(await Promise.all([store.claim('a', '1', LASTS), store.claim('a', '2', LASTS)])).toEqual([
      { kind: 'claimed' },
      { kind: 'taken', value: '1', leftMs: MINUTE },
    ]);
    expect(await store.get('a')).toEqual({ value: '1', leftMs: MINUTE });
    expect(await store.get('b')).toBeNull();
  });

  it('forgets an entry when its time is over', async () => {
    const { store, pass } = await open();
    await store.claim('a', '1', LASTS);
    pass(MINUTE - 1);
    expect(await store.get('a')).toEqual({ value: '1', leftMs: 1 });
    pass(1);
    expect(await store.get('a')).toBeNull();
    expect((await store.claim('a', '2', LASTS)).kind).toBe('claimed');
  });

  it('replaces and removes what is expected only', async () => {
    const { store, pass } = await open();
    await store.claim('a', '1', LASTS);
    pass(1000);
    expect(await store.replace('a', '0', '2')).toBe(false);
    expect(await store.replace('a', '1', '2')).toBe(true);
    expect(await store.get('a')).toEqual({ value: '2', leftMs: MINUTE - 1000 });
    expect(await store.replace('a', '2', '3', 5 * MINUTE)).toBe(true);
    expect(await store.get('a')).toEqual({ value: '3', leftMs: 5 * MINUTE });
    expect(await store.remove('a', '1')).toBe(false);
    expect(await store.remove('a', '3')).toBe(true);
    expect(await store.remove('a')).toBe(false);
    expect(await store.replace('a', '3', '4')).toBe(false);
  });

  it('counts within a window', async () => {
    const { store, pass } = await open();
    expect(await store.increment('n', LASTS)).toEqual({ count: 1, leftMs: MINUTE });
    pass(1000);
    expect(await store.increment('n', LASTS)).toEqual({ count: 2, leftMs: MINUTE - 1000 });
    pass(MINUTE);
    expect(await store.increment('n', LASTS)).toEqual({ count: 1, leftMs: MINUTE });
  });

  it('refuses only the owner over the quota', async () => {
    const { store, pass } = await open();
    const of = (owner: string) => ({ ttlMs: MINUTE, quota: { name: `ticket:${owner}`, most: 2 } });
    await store.claim('a', '', of('eve'));
    pass(1000);
    await store.claim('b', '', of('eve'));
    expect(await store.claim('c', '', of('eve'))).toEqual({ kind: 'over_quota', leftMs: MINUTE - 1000 });
    expect((await store.increment('d', of('eve'))).count).toBe(Infinity);
    expect((await store.claim('c', '', of('bob'))).kind).toBe('claimed');
    await store.remove('b');
    expect((await store.claim('d', '', of('eve'))).kind).toBe('claimed');
    pass(MINUTE);
    expect((await store.claim('e', '', of('eve'))).kind).toBe('claimed');
  });

  it('says for how long its epoch is new', async () => {
    const { store, pass } = await open(MINUTE);
    expect(await store.get(NEW_EPOCH_KEY)).toEqual({ value: '', leftMs: MINUTE });
    pass(MINUTE);
    expect(await store.get(NEW_EPOCH_KEY)).toBeNull();
    expect(store.epoch).not.toBe((await open()).store.epoch);
  });
});
