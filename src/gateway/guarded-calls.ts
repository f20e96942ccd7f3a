import { operations } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import type { Audit } from './audit-log';
import { CALLBACK, sessionFacts, type AuthCalls } from './auth-calls';
import { currentCaller } from './caller';
import { isOwnCall } from './cross-site';
import { isUnder, TICKETS, type PageCalls, type Routed } from './page-calls';
import { createRateLimit } from './rate-limit';
import { refusalResponse, refusedHere, type Refusal } from './refusal';
import { readSmallJson } from './read-small-json';
import type { RequestTarget } from './request-target';
import { apiHeaders } from './security-headers';
import { SESSION_PATH } from './session';
import type { SessionSettings } from './sign-in-settings';
import type { StaffSessions } from './staff-sessions';
import { LIFE_FOR_A_WRITE } from './token-source';

/** What signing in adds to the page's calls; null where nobody signs in. */
export interface Access {
  readonly kind: 'oidc' | 'account';
  readonly sessions: StaffSessions;
  readonly settings: SessionSettings;
  readonly authCalls: AuthCalls;
}

interface Parts {
  readonly pageCalls: PageCalls;
  readonly access: Access | null;
  readonly audit: Audit;
  readonly now?: () => number;
}

const CONFIRM = operations.confirmCart.path;
/** Enough for a person with several tabs, an export and a page of fifty lines; a script that runs wild is stopped. */
const READS = { perSecond: 20, burst: 40 };
const WRITES = { perSecond: 2, burst: 10 };
const TICKET_RATE = { perSecond: 6 / 60, burst: 6 };

/**
 * Stands in front of everything that the page calls: it must come from our own page, from somebody who is signed in,
 * and not too often. What passes runs for that person.
 */
export function createGuardedCalls({ pageCalls, access, audit, now = Date.now }: Parts): PageCalls {
  const takeRead = createRateLimit(READS, now);
  const takeWrite = createRateLimit(WRITES, now);
  const takeTicket = createRateLimit(TICKET_RATE, now);

  /** In how many seconds the person may go on; 0 for now. Settling and lifting prove what a write did: never held back as writes. */
  function secondsToWait(sessionId: string, method: string, path: string): number {
    if (path === TICKETS) return takeTicket(sessionId);
    return method === 'GET' || isUnder(path, '/gw') ? takeRead(sessionId) : takeWrite(sessionId);
  }

  const guarded: PageCalls = async (request, target, origin, requestId) => {
    const { path } = target;
    const isOurs = ['/api', '/gw', '/auth'].some((root) => isUnder(path, root));
    if (!isOurs) return pageCalls(request, target, origin, requestId);
    if (!(path === CALLBACK && access) && !isOwnCall(request.method, path, request.headers, origin)) {
      audit('call-refused', { why: 'cross_site', requestId });
      return refused(path, refusedHere(403, 'cross_site'), requestId);
    }
    if (!access) return pageCalls(request, target, origin, requestId);

    const session = await access.sessions.read(request.headers);
    const caller = currentCaller();
    if (caller) caller.session = session;
    if (isUnder(path, '/auth')) {
      const answered = await access.authCalls(request, target, origin, requestId);
      if (answered) return { route: path, response: answered };
      const routed = await pageCalls(request, target, origin, requestId);
      return path === SESSION_PATH && routed?.response.ok ? withPerson(routed, access, requestId) : routed;
    }
    if (!session) return refused(path, refusedHere(401, 'signed_out'), requestId);
    if (request.method !== 'GET' && session.tokens && session.tokens.expiresAt - now() < LIFE_FOR_A_WRITE) {
      // Before the attempt is spent: once the page has renewed the token, the same attempt goes through.
      return refused(path, refusedHere(401, 'token_stale'), requestId);
    }
    const seconds = secondsToWait(session.id, request.method, path);
    if (seconds > 0) {
      audit('call-refused', { why: 'too_many', requestId });
      return refused(path, { ...refusedHere(429, 'too_many'), retryAfter: seconds }, requestId);
    }
    return pageCalls(request, target, origin, requestId);
  };

  return async (request, target, origin, requestId) => {
    const copy = target.path === TICKETS ? request.clone() : null;
    const routed = await guarded(request, target, origin, requestId);
    const status = routed?.response.status;
    if (copy && routed?.route === TICKETS)
      audit('ticket', { ...(await readTicket(copy)), status, requestId });
    if (routed?.route === CONFIRM) audit('confirmation', { cart: cartOf(target), status, requestId });
    return routed;
  };
}

/** What the page learns of the process, with what it may learn of the person. */
async function withPerson({ route, response }: Routed, access: Access, requestId: string): Promise<Routed> {
  const body: unknown = await response.json();
  const session = currentCaller()?.session;
  const facts = {
    ...(isWireObject(body) ? body : {}),
    signIn: access.kind,
    ...(session ? sessionFacts(session, access.settings) : {}),
  };
  return { route, response: new Response(JSON.stringify(facts), { headers: apiHeaders(requestId) }) };
}

/** Under these names alone: the log holds no id of a cart, the audit does. */
function refused(path: string, refusal: Refusal, requestId: string): Routed {
  const route = ['/api', '/gw', '/auth'].find((root) => isUnder(path, root)) ?? 'refused';
  return { route, response: refusalResponse(refusal, requestId) };
}

async function readTicket(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body = await readSmallJson(request);
  const { cart, fingerprint, count } = body ?? {};
  const isShort = (value: unknown): boolean => typeof value === 'string' && value.length <= 128;
  return {
    ...(isShort(cart) ? { cart } : {}),
    ...(isShort(fingerprint) ? { fingerprint } : {}),
    ...(typeof count === 'number' ? { lines: count } : {}),
  };
}

function cartOf({ path }: RequestTarget): string {
  return path.split('/').at(-3) ?? '';
}
