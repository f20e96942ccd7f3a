import { randomBytes } from 'node:crypto';
import { isWireObject } from '~/contract/scalars';
import type { SessionSettings } from './sign-in-settings';
import type { Tokens } from './token-endpoint';

/** A person at work, as the cookie holds it. */
export interface StaffSession {
  readonly id: string;
  /** Who it is, for the whole of the company: what drafts and logs are kept by. */
  readonly subject: string;
  readonly name: string;
  readonly idleEndsAt: number;
  readonly endsAt: number;
  /** Of the account that the person typed; null where the gateway's own account is used. */
  readonly tokens: Tokens | null;
  /** What the company's provider wants to see when the person signs out. */
  readonly idToken: string | null;
}

const VERSION = 1;

type Limits = Pick<SessionSettings, 'idleMs' | 'absoluteMs'>;

/** A new session, with an id that nobody can guess. */
export function beginSession(
  person: Pick<StaffSession, 'subject' | 'name' | 'tokens' | 'idToken'>,
  { idleMs, absoluteMs }: Limits,
  now: number,
): StaffSession {
  return {
    ...person,
    id: randomBytes(16).toString('base64url'),
    idleEndsAt: now + Math.min(idleMs, absoluteMs),
    endsAt: now + absoluteMs,
  };
}

/** The session after its person did something: it is idle later, and ends no later. */
export function extendSession(session: StaffSession, { idleMs }: Limits, now: number): StaffSession {
  return { ...session, idleEndsAt: Math.min(now + idleMs, session.endsAt) };
}

/** What goes into the cookie. */
export function writeSession(session: StaffSession): unknown {
  return { ...session, version: VERSION };
}

/** The session in a cookie; null for another version, another shape, or one whose time is over. */
export function readSession(value: unknown, now: number): StaffSession | null {
  if (!isWireObject(value) || value['version'] !== VERSION) return null;
  const { id, subject, name, idleEndsAt, endsAt, tokens, idToken } = value;
  if (typeof id !== 'string' || typeof subject !== 'string' || typeof name !== 'string') return null;
  if (typeof idleEndsAt !== 'number' || typeof endsAt !== 'number') return null;
  if (!(now < idleEndsAt && now < endsAt)) return null;
  return {
    id,
    subject,
    name,
    idleEndsAt,
    endsAt,
    tokens: readTokens(tokens),
    idToken: typeof idToken === 'string' ? idToken : null,
  };
}

function readTokens(value: unknown): Tokens | null {
  if (!isWireObject(value)) return null;
  const { accessToken, expiresAt, refreshToken } = value;
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number') return null;
  return { accessToken, expiresAt, refreshToken: typeof refreshToken === 'string' ? refreshToken : null };
}
