import { isWireObject, type WireObject } from '~/contract/scalars';
import { ApiError, isApiError } from './api-error';
import { askGateway } from './gateway-calls';
import { pause } from './pause';

/** What the gateway told this page when it was asked last. */
export interface Session {
  /** Which process of the gateway answers; another one takes no attempt of this one. */
  readonly bootId: string;
  /** How far the gateway's clock is ahead of this browser's, in milliseconds. */
  readonly clockAhead: number;
  /** Everything that it said; who is signed in is read from it where that is shown. */
  readonly facts: WireObject;
}

const MAX_RETRIES = 2;

let current: Promise<Session> | null = null;
/** Whose page this is: the first person that it was told of. */
let owner: string | null = null;
let isLeft = false;

/** Whether this page is on its way out because nobody here may go on in it; then it asks nothing about what was typed. */
export function isLeaving(): boolean {
  return isLeft;
}

/**
 * Off this page, to another or to itself anew, without asking: what was typed is kept for whoever typed it. Never
 * resolves, so that nothing goes on.
 */
export function leavePage(address?: string): Promise<never> {
  isLeft = true;
  if (address === undefined) location.reload();
  else location.replace(address);
  return new Promise(() => undefined);
}

/** The session as it was read last; read once when it is first needed. Throws an ApiError by which nothing was done. */
export function currentSession(): Promise<Session> {
  current ??= readSession().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** Reads the session anew, for what must not depend on an old one. */
export function freshSession(): Promise<Session> {
  current = null;
  return currentSession();
}

async function readSession(): Promise<Session> {
  for (let retries = 0; ; retries += 1) {
    try {
      const { status, body } = await askGateway('/auth/session');
      const facts = isWireObject(body) ? body : {};
      const { bootId, now, draftKey } = facts;
      if (status === 200 && typeof bootId === 'string') {
        // Somebody else has signed in: nothing of the one before may stay here, and none of it leaves under another name.
        if (typeof draftKey === 'string' && draftKey !== (owner ??= draftKey)) return await leavePage();
        return { bootId, clockAhead: Number(now) - Date.now(), facts };
      }
      throw new ApiError({ kind: 'unreadable', acted: 'no', status });
    } catch (error) {
      if (!isApiError(error) || retries === MAX_RETRIES) throw error;
      await pause(2 ** retries * 500 * (0.75 + Math.random() / 2));
    }
  }
}
