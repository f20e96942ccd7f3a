import { isWireObject } from '~/contract/scalars';
import type { Claim, StateStore } from '~/gateway/state/state-store';
import type { ValueCipher } from '~/gateway/state/value-cipher';

/*
 * A browser sends a write twice by itself when a persistent connection breaks. So each write carries an
 * Idempotency-Key, which is claimed before the API receives a byte. A copy finds the key claimed and never becomes a
 * second request. A key names the epoch of the store that knows it.
 */

const MINUTE = 60_000;
/** A key is accepted for this long after it was made… */
const ACCEPTED_FOR = 10 * MINUTE;
/** …and this long before, since clocks differ. The sum stays below the time that the store remembers keys. */
const ACCEPTED_BEFORE = 4 * MINUTE;
const REMEMBERED_FOR = 15 * MINUTE;
/** After the time limit of writes, until an answer that never came counts as lost. */
const GRACE = 5000;
/** The largest answer that is stored, encrypted, in characters. */
const LARGEST_ANSWER = 128 * 1024;

/** The entries of one person: more writes than the rate limit lets through, and answers of about 10 MB. */
const MOST_KEYS = 2500;
const MOST_VOIDED = 500;
const MOST_ANSWERS = 100;

const FORM = /^([\w-]{8,64})\.(\d{1,15})\.([\w-]{22})$/;

/** A whole answer, as a copy of its request receives it. */
export interface StoredAnswer {
  readonly status: number;
  /** JSON, or ''. */
  readonly body: string;
  readonly retryAfter: string | null;
}

type Outcome =
  | { readonly kind: 'in_flight' }
  /** Answered; null when the answer is not stored any more, or was lost with its process. */
  | { readonly kind: 'done'; readonly answer: StoredAnswer | null }
  | { readonly kind: 'voided' };

/** The state of a key that a request brings. */
export type KeyState =
  | Outcome
  | { readonly kind: 'unused' }
  | { readonly kind: 'malformed' }
  /** Of another epoch, or too old: its outcome is not known here. */
  | { readonly kind: 'stale' };

export type KeyClaim = Outcome | { readonly kind: 'claimed' } | OverQuota;

interface OverQuota {
  readonly kind: 'over_quota';
  readonly leftMs: number;
}

export type Resolution =
  | Exclude<Outcome, { kind: 'voided' }>
  /** Never used, and never will be. */
  | { readonly kind: 'never' }
  | { readonly kind: 'other_epoch' }
  | { readonly kind: 'malformed' }
  | OverQuota;

export interface IdempotencyKeys {
  /** The state of a key, without a change. */
  check(key: string): Promise<KeyState>;
  /** Claims a key for its owner. Durable when it resolves; only "claimed" lets the request go. */
  claim(key: string, owner: string): Promise<KeyClaim>;
  /** Stores the answer of a claimed key. */
  finish(key: string, owner: string, answer: StoredAnswer): Promise<void>;
  /** The outcome of a key. An unused one is voided: a copy that comes late is refused. */
  resolve(key: string, owner: string): Promise<Resolution>;
}

/** The keys of a store; `writeMs` is the time limit of a write. */
export function createIdempotencyKeys(
  state: StateStore,
  cipher: ValueCipher,
  writeMs: number,
): IdempotencyKeys {
  /** In ms; null for a text that is no key. */
  function ageOf(key: string): number | 'other_epoch' | null {
    const [, epoch, time] = FORM.exec(key) ?? [];
    if (epoch === undefined) return null;
    return epoch === state.epoch ? state.now() - Number(time) : 'other_epoch';
  }

  async function outcome(key: string, value: string): Promise<Outcome> {
    const [kind, at] = value.split(' ');
    if (kind === 'voided') return { kind: 'voided' };
    if (kind === 'in_flight' && state.now() - Number(at) < writeMs + GRACE) return { kind: 'in_flight' };
    const stored = await state.get(answerName(key));
    return { kind: 'done', answer: stored && readAnswer(cipher.decrypt(key, stored.value)) };
  }

  async function outcomeOfClaim(key: string, claim: Claim): Promise<KeyClaim> {
    return claim.kind === 'taken' ? outcome(key, claim.value) : claim;
  }

  return {
    async check(key) {
      const age = ageOf(key);
      if (age === null) return { kind: 'malformed' };
      if (age === 'other_epoch' || age >= ACCEPTED_FOR || age < -ACCEPTED_BEFORE) return { kind: 'stale' };
      const known = await state.get(keyName(key));
      return known ? outcome(key, known.value) : { kind: 'unused' };
    },

    async claim(key, owner) {
      const quota = { name: `key:${owner}`, most: MOST_KEYS };
      const lifetime = { ttlMs: REMEMBERED_FOR, quota };
      return outcomeOfClaim(key, await state.claim(keyName(key), `in_flight ${state.now()}`, lifetime));
    },

    async finish(key, owner, answer) {
      const encrypted = cipher.encrypt(key, JSON.stringify(answer));
      const quota = { name: `answer:${owner}`, most: MOST_ANSWERS };
      const claimed = await state.get(keyName(key));
      await Promise.all([
        encrypted.length <= LARGEST_ANSWER &&
          state.claim(answerName(key), encrypted, { ttlMs: REMEMBERED_FOR, quota }),
        claimed && state.replace(keyName(key), claimed.value, 'done'),
      ]);
    },

    async resolve(key, owner) {
      const age = ageOf(key);
      if (age === null) return { kind: 'malformed' };
      // An older one may have been used and forgotten.
      if (age === 'other_epoch' || age >= REMEMBERED_FOR - ACCEPTED_BEFORE) return { kind: 'other_epoch' };
      const quota = { name: `void:${owner}`, most: MOST_VOIDED };
      const lifetime = { ttlMs: REMEMBERED_FOR, quota };
      const found = await outcomeOfClaim(key, await state.claim(keyName(key), 'voided', lifetime));
      return found.kind === 'claimed' || found.kind === 'voided' ? { kind: 'never' } : found;
    },
  };
}

const keyName = (key: string): string => `key:${key}`;
const answerName = (key: string): string => `answer:${key}`;

function readAnswer(text: string | null): StoredAnswer | null {
  if (text === null) return null;
  const answer: unknown = JSON.parse(text);
  if (!isWireObject(answer)) return null;
  const { status, body, retryAfter } = answer;
  if (typeof status !== 'number' || typeof body !== 'string') return null;
  return { status, body, retryAfter: typeof retryAfter === 'string' ? retryAfter : null };
}
