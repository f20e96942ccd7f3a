import type { StateStore } from '~/gateway/state/state-store';
import type { KeyedHash } from './keyed-hash';
import type { StaffSession } from './staff-session';

/** Sessions that were ended before their time, so that a copied cookie is refused everywhere. */
export interface RevokedSessions {
  /** False when it was revoked before. Throws a StateUnavailableError. */
  readonly add: (session: StaffSession, now: number) => Promise<boolean>;
  /** Throws a StateUnavailableError. */
  readonly has: (sessionId: string) => Promise<boolean>;
}

/** More sign-outs than a person has within a session's time. */
const MOST_PER_PERSON = 1000;

export function createRevokedSessions(state: StateStore, hash: KeyedHash): RevokedSessions {
  return {
    async add({ id, subject, endsAt }, now) {
      const { kind } = await state.claim(keyOf(id), '', {
        ttlMs: Math.max(1, endsAt - now),
        quota: { name: `revoked:${hash('who', subject)}`, most: MOST_PER_PERSON },
      });
      return kind !== 'taken';
    },
    has: async (sessionId) => (await state.get(keyOf(sessionId))) !== null,
  };
}

function keyOf(sessionId: string): string {
  return `revoked:${sessionId}`;
}
