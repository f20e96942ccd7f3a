import { StateUnavailableError, type StateStore } from '~/gateway/state/state-store';
import type { SessionSettings } from '~/gateway/settings/sign-in-settings';
import { readSessionCookie, sessionCookies } from './cookies';
import { createEncryption } from './encrypted-value';
import { createKeyedHash } from './keyed-hash';
import { createRevokedSessions } from './revoked-sessions';
import { readSession, writeSession, type StaffSession } from './staff-session';

/** The sessions of all people: each in its cookie, the revoked ones in the store. */
export interface StaffSessions {
  /** The session of a request, revoked or not; null without a valid one. */
  readonly decrypt: (headers: Headers) => Promise<StaffSession | null>;
  /** The session of a request; null without a valid one, or for a revoked one. */
  readonly read: (headers: Headers) => Promise<StaffSession | null>;
  /** Set-Cookie lines; throws for a session that does not fit, which the operator must see. */
  readonly cookiesFor: (session: StaffSession) => Promise<readonly string[]>;
  /** Revokes a session in every browser that has its cookie; false when it was before. Throws a StateUnavailableError. */
  readonly revoke: (session: StaffSession) => Promise<boolean>;
}

export function createStaffSessions(
  settings: SessionSettings,
  state: StateStore,
  now: () => number = Date.now,
): StaffSessions {
  const encryption = createEncryption('session', settings.key, settings.previousKey);
  const revoked = createRevokedSessions(state, createKeyedHash(settings.encryptionKey));

  /** Without the store reads go on; it refuses writes itself. */
  async function isRevoked({ id }: StaffSession): Promise<boolean> {
    try {
      return await revoked.has(id);
    } catch (error) {
      if (error instanceof StateUnavailableError) return false;
      throw error;
    }
  }

  async function decrypt(headers: Headers): Promise<StaffSession | null> {
    const encrypted = readSessionCookie(headers);
    return encrypted === null ? null : readSession(await encryption.decrypt(encrypted), now());
  }

  return {
    decrypt,
    async read(headers) {
      const session = await decrypt(headers);
      return session && !(await isRevoked(session)) ? session : null;
    },
    async cookiesFor(session) {
      const lines =
        sessionCookies(await encryption.encrypt(writeSession(session))) ??
        // The provider's sign-out works without the ID token, only with one more question.
        sessionCookies(await encryption.encrypt(writeSession({ ...session, idToken: null })));
      if (!lines) throw new Error('The tokens of the provider are too large for two cookies');
      return lines;
    },
    revoke: (session) => revoked.add(session, now()),
  };
}
