import { isWireObject, type WireObject } from '~/contract/scalars';
import { ApiError, isApiError } from '~/api/transport/api-error';
import { getFromGateway } from '~/api/transport/gateway-calls';
import { pause } from '~/api/transport/pause';

/** The session as the gateway answered it last. */
export interface Session {
  /** Which process of the gateway answers; another one takes no attempt of this one. */
  readonly epoch: string;
  /** How far the gateway's clock is ahead of this browser's, in milliseconds. */
  readonly clockAhead: number;
  /** The whole answer. */
  readonly facts: WireObject;
}

const MAX_RETRIES = 2;

let current: Promise<Session> | null = null;
/** How far the gateway's clock was ahead when it was asked last, in milliseconds. */
let clockAhead = 0;
/** The gateway's time at the page's time origin, in milliseconds; NaN before the first answer. */
let origin = NaN;
/** The encryption key of the first person of this page. */
let owner: string | null = null;
let isLeft = false;

/** Whether this page is leaving for another person; then it does not ask about unsaved text. */
export function isLeaving(): boolean {
  return isLeft;
}

/**
 * Leaves this page for another, or reloads it, without a question: unsaved text stays stored for its person. Never
 * resolves.
 */
export function leavePage(href?: string): Promise<never> {
  isLeft = true;
  if (href === undefined) location.reload();
  else location.replace(href);
  return new Promise(() => undefined);
}

/** How far the gateway's clock is ahead of this computer's, in milliseconds; 0 before the first answer. */
export function gatewayClockAhead(): number {
  return clockAhead;
}

/**
 * The gateway's time in milliseconds, from its last answer on; NaN before the first one. However this computer's clock is
 * set meanwhile, it goes on.
 */
export function gatewayTime(): number {
  return Math.round(origin + performance.now());
}

/** The session as read last; the first call reads it. Throws an ApiError that did nothing. */
export function currentSession(): Promise<Session> {
  current ??= readSession().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** Reads the session again. */
export function freshSession(): Promise<Session> {
  current = null;
  return currentSession();
}

async function readSession(): Promise<Session> {
  for (let retries = 0; ; retries += 1) {
    try {
      const { status, body } = await getFromGateway('/auth/session');
      const facts = isWireObject(body) ? body : {};
      const { epoch, now, encryptionKey } = facts;
      if (status === 200 && typeof epoch === 'string') {
        // Another person has signed in: nothing of the previous one may stay here or be sent.
        if (typeof encryptionKey === 'string' && encryptionKey !== (owner ??= encryptionKey))
          return await leavePage();
        clockAhead = Number(now) - Date.now();
        origin = Number(now) - performance.now();
        return { epoch, clockAhead, facts };
      }
      throw new ApiError({ kind: 'unreadable', effect: 'none', status });
    } catch (error) {
      if (!isApiError(error) || error.kind === 'proxy-sign-in' || retries === MAX_RETRIES) throw error;
      await pause(2 ** retries * 500 * (0.75 + Math.random() / 2));
    }
  }
}
