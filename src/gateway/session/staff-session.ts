import { randomBytes } from 'node:crypto';
import { isWireObject } from '~/contract/scalars';
import type { SessionSettings } from '~/gateway/settings/sign-in-settings';
import type { Tokens } from '~/gateway/upstream/token-endpoint';

/** The session of a person, as its cookie holds it. */
export interface StaffSession {
  readonly id: string;
  /** Identifies the person: drafts and logs refer to it. */
  readonly subject: string;
  readonly name: string;
  readonly idleEndsAt: number;
  readonly endsAt: number;
  /** Tokens of the account that the person typed; null where the gateway uses its service account. */
  readonly tokens: Tokens | null;
  /** Names the provider's session when the person signs out; null without a provider. */
  readonly idToken: string | null;
}

const VERSION = 1;

type Limits = Pick<SessionSettings, 'idleMs' | 'absoluteMs'>;

/** A new session with a random id. */
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

/** The session after activity: its idle end moves, its absolute end stays. */
export function extendSession(session: StaffSession, { idleMs }: Limits, now: number): StaffSession {
  return { ...session, idleEndsAt: Math.min(now + idleMs, session.endsAt) };
}

/** The value that the cookie encrypts. */
export function writeSession(session: StaffSession): unknown {
  return { ...session, version: VERSION };
}

/** The session of a cookie; null for another version, another shape, or an expired session. */
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

/** The tokens of a decrypted value; null for another shape. */
export function readTokens(value: unknown): Tokens | null {
  if (!isWireObject(value)) return null;
  const { accessToken, expiresAt, refreshToken } = value;
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number') return null;
  return { accessToken, expiresAt, refreshToken: typeof refreshToken === 'string' ? refreshToken : null };
}
