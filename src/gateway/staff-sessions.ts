import { clearedSessionCookies, readSessionCookie, sessionCookies } from './cookies';
import { createSeal } from './sealed-text';
import type { SessionSettings } from './sign-in-settings';
import { createSignedOut } from './signed-out';
import { readSession, writeSession, type StaffSession } from './staff-session';

/** The sessions of everybody at work: in their cookies alone, but for those that were ended. */
export interface StaffSessions {
  /** Whose cookie a request carries; null when it carries none that counts. */
  readonly read: (headers: Headers) => Promise<StaffSession | null>;
  /** Set-Cookie lines; throws when a session does not fit, which is the operator's to see. */
  readonly cookiesFor: (session: StaffSession) => Promise<readonly string[]>;
  /** Ends a session wherever its cookie was copied to, and gives the lines that clear it here. */
  readonly end: (session: StaffSession | null) => readonly string[];
}

export function createStaffSessions(settings: SessionSettings, now: () => number = Date.now): StaffSessions {
  const seal = createSeal('session', settings.key, settings.previousKey);
  const signedOut = createSignedOut(now);
  return {
    async read(headers) {
      const sealed = readSessionCookie(headers);
      const session = sealed === null ? null : readSession(await seal.open(sealed), now());
      return session && !signedOut.has(session.id) ? session : null;
    },
    async cookiesFor(session) {
      const lines =
        sessionCookies(await seal.close(writeSession(session))) ??
        // What the provider wants to see at sign-out is the one part that can be done without.
        sessionCookies(await seal.close(writeSession({ ...session, idToken: null })));
      if (!lines) throw new Error('The tokens of the provider are too large for two cookies');
      return lines;
    },
    end(session) {
      if (session) signedOut.add(session.id, session.endsAt);
      return clearedSessionCookies();
    },
  };
}
