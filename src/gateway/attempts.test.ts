import { describe, expect, it } from 'vitest';
import { Attempts, type KeptAnswer } from './attempts';
import { anAttempt } from './desk-fixture';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 2, 9);

const answer = (bytes = 2): KeptAnswer => ({ status: 200, body: new Uint8Array(bytes), retryAfter: null });

/** A table whose clock stands where the test puts it. */
function aTable() {
  let now = START;
  const attempts = new Attempts(() => now);
  return {
    attempts,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    anId: (age = 0) => anAttempt(attempts.bootId, now - age),
  };
}

describe('an attempt', () => {
  it('is let through once; a copy waits for it and then is given its answer', () => {
    const { attempts, anId } = aTable();
    const id = anId();
    expect(attempts.spend(id)).toEqual({ kind: 'spent' });
    expect(attempts.spend(id)).toEqual({ kind: 'in-flight' });
    const given = answer();
    attempts.finish(id, given);
    expect(attempts.spend(id)).toEqual({ kind: 'done', answer: given });
  });

  it.each([
    [0, 'spent'],
    [10 * MINUTE - 1, 'spent'],
    [10 * MINUTE, 'stale'],
    [-4 * MINUTE, 'spent'],
    [-4 * MINUTE - 1, 'stale'],
  ])('made %i ms ago is %s', (age, kind) => {
    const { attempts, anId } = aTable();
    expect(attempts.spend(anId(age)).kind).toBe(kind);
  });

  it('of another process is stale', () => {
    const { attempts } = aTable();
    const id = anAttempt(new Attempts(() => START).bootId, START);
    expect(attempts.spend(id)).toEqual({ kind: 'stale' });
    expect(attempts.settle(id)).toEqual({ kind: 'other-boot' });
  });

  it.each(['', 'x', 'boot.time.random', `${'a'.repeat(16)}.1.${'b'.repeat(21)}`])(
    'named "%s" is none',
    (id) => {
      const { attempts } = aTable();
      expect(attempts.spend(id)).toEqual({ kind: 'malformed' });
      expect(attempts.settle(id)).toEqual({ kind: 'malformed' });
    },
  );

  it('is never let through twice, however long ago the first time was', () => {
    const { attempts, pass, anId } = aTable();
    // The time in the id is as far ahead as is taken.
    const id = anId(-4 * MINUTE);
    attempts.spend(id);
    for (let minute = 0; minute < 60; minute += 1) {
      pass(MINUTE);
      attempts.spend(anId());
      expect(attempts.spend(id).kind).not.toBe('spent');
    }
  });
});

describe('settling an attempt', () => {
  it('that never came burns it', () => {
    const { attempts, anId } = aTable();
    const id = anId();
    expect(attempts.settle(id)).toEqual({ kind: 'never' });
    expect(attempts.spend(id)).toEqual({ kind: 'burnt' });
    expect(attempts.settle(id)).toEqual({ kind: 'never' });
  });

  it('that came says how far it is', () => {
    const { attempts, anId } = aTable();
    const id = anId();
    attempts.spend(id);
    expect(attempts.settle(id)).toEqual({ kind: 'in-flight' });
    const given = answer();
    attempts.finish(id, given);
    expect(attempts.settle(id)).toEqual({ kind: 'done', answer: given });
  });

  it('that may have been forgotten says that nobody here can tell', () => {
    const { attempts, pass, anId } = aTable();
    const id = anId();
    attempts.spend(id);
    pass(15 * MINUTE);
    attempts.spend(anId());
    expect(attempts.settle(id)).toEqual({ kind: 'other-boot' });
  });
});

describe('the table', () => {
  it('refuses when it is full, and takes more only when the oldest have had their time', () => {
    const { attempts, pass, anId } = aTable();
    for (let taken = 0; taken < 10_000; taken += 1) attempts.spend(anId());
    expect(attempts.spend(anId())).toEqual({ kind: 'full' });
    expect(attempts.settle(anId())).toEqual({ kind: 'full' });
    pass(15 * MINUTE - 1);
    expect(attempts.spend(anId())).toEqual({ kind: 'full' });
    pass(1);
    expect(attempts.spend(anId())).toEqual({ kind: 'spent' });
  });

  it('gives up the oldest answers when they are too much, and never that they were given', () => {
    const { attempts, anId } = aTable();
    const ids = Array.from({ length: 40 }, () => anId());
    for (const id of ids) {
      attempts.spend(id);
      attempts.finish(id, answer(1024 * 1024));
    }
    const kept = ids.map((id) => attempts.spend(id)).filter((fate) => fate.kind === 'done');
    expect(kept).toHaveLength(40);
    expect(kept.filter((fate) => fate.answer === 'too-old')).toHaveLength(8);
  });
});
