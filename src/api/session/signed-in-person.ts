import { Listeners } from '~/browser-storage/observable';
import { text } from '~/contract/scalars';
import type { SessionTimes } from './session-clock';
import { currentSession, freshSession, type Session } from './gateway-session';
import { signInGate } from './sign-in-gate';

/** The person of the session and its times, as the gateway gave them last. Without sign-in there is no end. */
export interface SignedInPerson extends SessionTimes {
  /** How people sign in; `none` on the sandbox. */
  readonly signIn: 'none' | 'oidc' | 'account';
  /** Null without a session, or without sign-in. */
  readonly name: string | null;
  /** Encrypts this person's drafts; null without a session. */
  readonly encryptionKey: string | null;
  /** How far the gateway's clock is ahead of this browser's, in milliseconds. */
  readonly clockAhead: number;
}

/** The person as read last. Throws the errors of currentSession. */
export async function currentPerson(): Promise<SignedInPerson> {
  return show(readPerson(await currentSession()));
}

/** The person as read now. */
export async function freshPerson(): Promise<SignedInPerson> {
  return show(readPerson(await freshSession()));
}

function readPerson({ clockAhead, facts }: Session): SignedInPerson {
  const { signIn, person, encryptionKey, now, idleEndsAt, endsAt, tokenEndsAt } = facts;
  return {
    signIn: signIn === 'oidc' || signIn === 'account' ? signIn : 'none',
    name: text.parse(person) || null,
    encryptionKey: typeof encryptionKey === 'string' ? encryptionKey : null,
    clockAhead,
    readAt: Number(now),
    idleEndsAt: typeof idleEndsAt === 'number' ? idleEndsAt : Number.POSITIVE_INFINITY,
    endsAt: typeof endsAt === 'number' ? endsAt : Number.POSITIVE_INFINITY,
    tokenEndsAt: typeof tokenEndsAt === 'number' ? tokenEndsAt : null,
  };
}

let shown: SignedInPerson | null = null;
const listeners = new Listeners();

/** Shows a reading of the session. An ended session keeps its person, who is asked to sign in again. */
function show(person: SignedInPerson): SignedInPerson {
  const isEnded = person.name === null && shown !== null && shown.name !== null;
  if (!isEnded && !isSame(person, shown)) {
    shown = person;
    listeners.notify();
  }
  return person;
}

/** Whether two readings differ in their time alone. */
function isSame(person: SignedInPerson, other: SignedInPerson | null): boolean {
  const { signIn, name, encryptionKey, idleEndsAt, endsAt, tokenEndsAt } = person;
  return (
    signIn === other?.signIn &&
    name === other.name &&
    encryptionKey === other.encryptionKey &&
    idleEndsAt === other.idleEndsAt &&
    endsAt === other.endsAt &&
    tokenEndsAt === other.tokenEndsAt
  );
}

/** Reads the session; a failure leaves what is shown. */
function read(): void {
  currentPerson().catch(() => undefined);
}

/** The person for the screens, from any reading; null before the first. The first subscriber begins it. */
export const shownPerson = {
  current: (): SignedInPerson | null => shown,

  subscribe: (listener: () => void): (() => void) => {
    const end = listeners.subscribe(listener);
    read();
    // The first reading can have failed.
    const stop = signInGate.subscribe(() => signInGate.isNeeded() && read());
    return () => {
      stop();
      end();
    };
  },
};
