import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anIdempotencyKey } from '~/gateway/testing/gateway-fixture';
import { createMemoryState } from '~/gateway/state/memory-state';
import { createValueCipher } from '~/gateway/state/value-cipher';
import { createIdempotencyKeys, type StoredAnswer } from './idempotency-keys';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 2, 9);
const WRITE = 30_000;

const answer = (body = '{}'): StoredAnswer => ({ status: 200, body, retryAfter: null });

/** Keys of a store whose clock the test sets. */
function aStore() {
  let now = START;
  const state = createMemoryState(() => now);
  const keys = createIdempotencyKeys(state, createValueCipher([randomBytes(32)]), WRITE);
  return {
    keys,
    state,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    aKey: (age = 0) => anIdempotencyKey(state.epoch, now - age),
  };
}

describe('an Idempotency-Key', () => {
  it('is claimed once; a copy gets the first answer', async () => {
    const { keys, aKey } = aStore();
    const key = aKey();
    expect(await keys.check(key)).toEqual({ kind: 'unused' });
    expect(await keys.claim(key, 'ann')).toEqual({ kind: 'claimed' });
    expect(await keys.claim(key, 'ann')).toEqual({ kind: 'in_flight' });
    expect(await keys.check(key)).toEqual({ kind: 'in_flight' });
    await keys.finish(key, 'ann', answer('{"a":1}'));
    expect(await keys.check(key)).toEqual({ kind: 'done', answer: answer('{"a":1}') });
    expect(await keys.claim(key, 'ann')).toEqual({ kind: 'done', answer: answer('{"a":1}') });
  });

  it.each([
    [0, 'unused'],
    [10 * MINUTE - 1, 'unused'],
    [10 * MINUTE, 'stale'],
    [-4 * MINUTE, 'unused'],
    [-4 * MINUTE - 1, 'stale'],
  ])('made %i ms ago is %s', async (age, kind) => {
    const { keys, aKey } = aStore();
    expect((await keys.check(aKey(age))).kind).toBe(kind);
  });

  it('of another epoch is stale', async () => {
    const { keys } = aStore();
    const key = aStore().aKey();
    expect(await keys.check(key)).toEqual({ kind: 'stale' });
    expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'other_epoch' });
  });

  it.each(['', 'x', 'epoch.time.random', `${'a'.repeat(16)}.1.${'b'.repeat(21)}`])(
    'cannot be "%s"',
    async (key) => {
      const { keys } = aStore();
      expect(await keys.check(key)).toEqual({ kind: 'malformed' });
      expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'malformed' });
    },
  );

  it('is never claimed twice, at any distance in time', async () => {
    const { keys, pass, aKey } = aStore();
    // The time in it is as far ahead as is accepted.
    const key = aKey(-4 * MINUTE);
    await keys.claim(key, 'ann');
    for (let minute = 0; minute < 60; minute += 1) {
      pass(MINUTE);
      expect((await keys.check(key)).kind).not.toBe('unused');
    }
  });

  it('without an answer is lost once its write is over', async () => {
    const { keys, pass, aKey } = aStore();
    const key = aKey();
    await keys.claim(key, 'ann');
    pass(WRITE + 5000);
    expect(await keys.check(key)).toEqual({ kind: 'done', answer: null });
  });

  it('keeps no readable answer in the store', async () => {
    const { keys, state, aKey } = aStore();
    const key = aKey();
    await keys.claim(key, 'ann');
    await keys.finish(key, 'ann', answer('{"name":"Jeanne Martin"}'));
    const stored = await state.get(`answer:${key}`);
    expect(Buffer.from(stored?.value ?? '', 'base64').toString('latin1')).not.toContain('Jeanne');
  });

  it('outlives its answer when that is too large', async () => {
    const { keys, aKey } = aStore();
    const key = aKey();
    await keys.claim(key, 'ann');
    await keys.finish(key, 'ann', answer(JSON.stringify(randomBytes(150_000).toString('base64'))));
    expect(await keys.claim(key, 'ann')).toEqual({ kind: 'done', answer: null });
  });
});

describe('resolving a key', () => {
  it('that never came voids it', async () => {
    const { keys, aKey } = aStore();
    const key = aKey();
    expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'never' });
    expect(await keys.check(key)).toEqual({ kind: 'voided' });
    expect(await keys.claim(key, 'ann')).toEqual({ kind: 'voided' });
    expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'never' });
  });

  it('that came gives its outcome', async () => {
    const { keys, aKey } = aStore();
    const key = aKey();
    await keys.claim(key, 'ann');
    expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'in_flight' });
    await keys.finish(key, 'ann', answer());
    expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'done', answer: answer() });
  });

  it('that may be forgotten proves nothing', async () => {
    const { keys, pass, aKey } = aStore();
    const key = aKey();
    await keys.claim(key, 'ann');
    pass(15 * MINUTE);
    expect(await keys.resolve(key, 'ann')).toEqual({ kind: 'other_epoch' });
  });
});

describe('made-up keys', () => {
  it('of one person stop no writes, not even that person’s', async () => {
    const { keys, aKey } = aStore();
    for (let made = 0; made < 500; made += 1) await keys.resolve(aKey(), 'eve');
    expect((await keys.resolve(aKey(), 'eve')).kind).toBe('over_quota');
    expect((await keys.resolve(aKey(), 'ann')).kind).toBe('never');
    expect((await keys.claim(aKey(), 'eve')).kind).toBe('claimed');
    for (let made = 1; made < 2500; made += 1) await keys.claim(aKey(), 'eve');
    expect(await keys.claim(aKey(), 'eve')).toEqual({ kind: 'over_quota', leftMs: 15 * MINUTE });
    expect((await keys.claim(aKey(), 'ann')).kind).toBe('claimed');
  });
});
