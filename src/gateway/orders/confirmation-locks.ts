import { createHash } from 'node:crypto';
import { isWireObject } from '~/contract/scalars';
import type { StateStore } from '~/gateway/state/state-store';

/*
 * A confirmation places real orders, and the API may place them again when it gets a second one. So a confirmation
 * locks its cart before it is sent. The lock ends when the API's answer proves that nothing was placed. A person can
 * lift it after the hold. While it stands, the gateway sends no other write on the cart.
 */

const DAY = 24 * 3_600_000;
/** As long as a draft lives: a cart that was placed is not confirmed again. */
const LOCK_LASTS = 90 * DAY;
/** After the time limit of writes, until a confirmation of a lost process counts as unanswered. */
const GRACE = 5000;

/** The lock of a cart, as a page receives it. Times are in ms of the store's clock. */
export interface ConfirmationLock {
  readonly since: number;
  /** From then on a person may lift it. */
  readonly until: number;
  /** On its way; without an answer that proves anything; or carried out. */
  readonly state: LockState;
  /** Names the confirmation to the page that sent it; see `markOf`. */
  readonly mark: string;
}

type LockState = (typeof LOCK_STATES)[number];
const LOCK_STATES = ['sending', 'open', 'placed'] as const;

export interface LockTimes {
  /** The time limit of a write, in ms. */
  readonly writeMs: number;
  /** From its sending until a confirmation without a proof may be lifted, in ms. */
  readonly holdMs: number;
}

export interface ConfirmationLocks {
  /** The lock of a cart; null without one. */
  read(cartId: string): Promise<ConfirmationLock | null>;
  /** Locks a cart for the confirmation of a key. Durable when it resolves; false when the cart is locked. */
  lock(cartId: string, key: string): Promise<boolean>;
  /** Takes back the lock of a confirmation that placed nothing. */
  release(cartId: string, key: string): Promise<void>;
  /** Notes the outcome that the answer of a confirmation shows. */
  note(cartId: string, key: string, state: 'open' | 'placed'): Promise<void>;
  /** Lifts the lock after the hold; false when it must stay. The caller has read the cart as a draft. */
  lift(cartId: string): Promise<boolean>;
}

/** The first 16 hexadecimal digits of SHA-256 of an Idempotency-Key. */
function markOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** The locks of a store. */
export function createConfirmationLocks(
  state: StateStore,
  { writeMs, holdMs }: LockTimes,
): ConfirmationLocks {
  async function readLock(cartId: string): Promise<{ lock: ConfirmationLock; value: string } | null> {
    const [entry, hold] = await Promise.all([state.get(lockName(cartId)), state.get(holdName(cartId))]);
    const stored = entry && parseLock(entry.value);
    if (!entry || !stored) return null;
    const now = state.now();
    const isLost = stored.state === 'sending' && now - stored.since >= writeMs + GRACE;
    const lock = { ...stored, state: isLost ? 'open' : stored.state, until: now + (hold?.leftMs ?? 0) };
    return { lock, value: entry.value };
  }

  return {
    async read(cartId) {
      return (await readLock(cartId))?.lock ?? null;
    },

    async lock(cartId, key) {
      const value = writeLock({ since: state.now(), state: 'sending', mark: markOf(key) });
      const [hold, lock] = await Promise.all([
        state.claim(holdName(cartId), '', { ttlMs: holdMs }),
        state.claim(lockName(cartId), value, { ttlMs: LOCK_LASTS }),
      ]);
      // Left by a release that was cut short.
      if (lock.kind === 'claimed' && hold.kind === 'taken')
        await state.replace(holdName(cartId), '', '', holdMs);
      return lock.kind === 'claimed';
    },

    async release(cartId, key) {
      const found = await readLock(cartId);
      if (found?.lock.mark !== markOf(key)) return;
      await Promise.all([state.remove(lockName(cartId), found.value), state.remove(holdName(cartId))]);
    },

    async note(cartId, key, proved) {
      const found = await readLock(cartId);
      if (found?.lock.mark !== markOf(key)) return;
      const { since, mark } = found.lock;
      await state.replace(lockName(cartId), found.value, writeLock({ since, mark, state: proved }));
    },

    async lift(cartId) {
      const found = await readLock(cartId);
      if (!found) return true;
      if (found.lock.state !== 'open' || found.lock.until > state.now()) return false;
      return state.remove(lockName(cartId), found.value);
    },
  };
}

const lockName = (cartId: string): string => `lock:${cartId}`;
const holdName = (cartId: string): string => `hold:${cartId}`;

type StoredLock = Omit<ConfirmationLock, 'until'>;

function writeLock({ since, state, mark }: StoredLock): string {
  return JSON.stringify({ since, state, mark });
}

function parseLock(value: string): StoredLock | null {
  const lock: unknown = JSON.parse(value);
  if (!isWireObject(lock)) return null;
  const { since, mark } = lock;
  const state = LOCK_STATES.find((known) => known === lock['state']);
  return typeof since === 'number' && typeof mark === 'string' && state ? { since, state, mark } : null;
}
