import { text } from '~/contract/scalars';
import type { SessionTimes } from '~/domain/session-clock';
import { currentSession, freshSession, type Session } from './session';

/** Who is signed in and for how long, as the gateway said last. Where nobody has to sign in, there is no end. */
export interface SignedInPerson extends SessionTimes {
  /** How people sign in here; `none` on the sandbox. */
  readonly signIn: 'none' | 'oidc' | 'account';
  /** Null when nobody is signed in, or nobody has to. */
  readonly name: string | null;
  /** Tells one person's drafts from another's; null when nobody is signed in. */
  readonly draftKey: string | null;
  /** How far the gateway's clock is ahead of this browser's, in milliseconds. */
  readonly clockAhead: number;
}

/** As it was read last. Throws what currentSession throws. */
export async function currentPerson(): Promise<SignedInPerson> {
  return readPerson(await currentSession());
}

/** As it is now. */
export async function freshPerson(): Promise<SignedInPerson> {
  return readPerson(await freshSession());
}

function readPerson({ clockAhead, facts }: Session): SignedInPerson {
  const { signIn, person, draftKey, now, idleEndsAt, endsAt, tokenEndsAt } = facts;
  return {
    signIn: signIn === 'oidc' || signIn === 'account' ? signIn : 'none',
    name: text.parse(person) || null,
    draftKey: typeof draftKey === 'string' ? draftKey : null,
    clockAhead,
    readAt: Number(now),
    idleEndsAt: typeof idleEndsAt === 'number' ? idleEndsAt : Number.POSITIVE_INFINITY,
    endsAt: typeof endsAt === 'number' ? endsAt : Number.POSITIVE_INFINITY,
    tokenEndsAt: typeof tokenEndsAt === 'number' ? tokenEndsAt : null,
  };
}
