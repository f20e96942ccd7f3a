import { isWireObject } from '~/contract/scalars';
import type { Audit } from './audit-log';
import { currentCaller } from './caller';
import { readRoundTripCookie, roundTripCookie } from './cookies';
import { draftKeyOf } from './keyed-hash';
import { readSmallJson } from './read-small-json';
import { refusalResponse, refusedHere } from './refusal';
import { readTarget, type RequestTarget } from './request-target';
import type { Seal } from './sealed-text';
import { apiHeaders } from './security-headers';
import type { SessionSettings } from './sign-in-settings';
import type { SignInWay } from './sign-in-way';
import { extendSession, type StaffSession } from './staff-session';
import type { StaffSessions } from './staff-sessions';

/*
 * The calls by which people sign in, stay and sign out. These alone set cookies, so that no late answer of the API can
 * overwrite a newer cookie, or bring a session back that was ended.
 */

export interface AuthParts {
  readonly way: SignInWay;
  readonly settings: SessionSettings;
  readonly sessions: StaffSessions;
  /** Seals what is remembered while the person is at the provider. */
  readonly seal: Seal;
  readonly audit: Audit;
  readonly now: () => number;
}

export const CALLBACK = '/auth/callback';
const SIGN_IN_PAGE = '/sign-in';
const LONGEST_RETURN = 1500;

/** The answer to a call under /auth but /auth/session; null for what is none of them. */
export type AuthCalls = (
  request: Request,
  target: RequestTarget,
  origin: string,
  requestId: string,
) => Promise<Response | null>;

export function createAuthCalls({ way, settings, sessions, seal, audit, now }: AuthParts): AuthCalls {
  async function logIn(request: Request, requestId: string): Promise<Response> {
    const sent = await readSmallJson(request);
    if (!sent) return refusalResponse(refusedHere(400, 'bad_body'), requestId);
    const step = await way.start(sent);
    if (step.kind === 'refused') return refusalResponse(step.refusal, requestId);
    if (step.kind === 'signed-in') return welcome(step.session, requestId);
    const back = readReturn(sent['returnTo']);
    const cookie = roundTripCookie(await seal.close({ back, memory: step.memory }));
    return answer({ location: step.location }, requestId, [cookie]);
  }

  async function welcome(session: StaffSession, requestId: string): Promise<Response> {
    const cookies = await sessions.cookiesFor(session);
    noteCaller(session);
    audit('signed-in');
    return answer(sessionFacts(session, settings), requestId, cookies);
  }

  /** The way back from the provider: a navigation, so that every answer is an address of the app. */
  async function comeBack(request: Request, address: URL, requestId: string): Promise<Response> {
    const sealed = readRoundTripCookie(request.headers);
    const opened = sealed === null ? null : await seal.open(sealed);
    const forget = roundTripCookie('');
    if (!isWireObject(opened)) return goTo(`${SIGN_IN_PAGE}?failed=expired`, requestId, [forget]);
    const came = await way.comeBack(address, opened['memory']);
    if (typeof came === 'string') return goTo(`${SIGN_IN_PAGE}?failed=${came}`, requestId, [forget]);
    const cookies = await sessions.cookiesFor(came);
    noteCaller(came);
    audit('signed-in');
    return goTo(readReturn(opened['back']), requestId, [forget, ...cookies]);
  }

  async function stay(request: Request, requestId: string): Promise<Response> {
    const session = currentCaller()?.session;
    if (!session) return refusalResponse(refusedHere(401, 'signed_out'), requestId);
    const sent = await readSmallJson(request);
    if (!sent) return refusalResponse(refusedHere(400, 'bad_body'), requestId);
    const renewed = await way.renew(session);
    if ('status' in renewed) return refusalResponse(renewed, requestId);
    const stayed = sent['active'] === true ? extendSession(renewed, settings, now()) : renewed;
    return answer(sessionFacts(stayed, settings), requestId, await sessions.cookiesFor(stayed));
  }

  async function logOut(requestId: string): Promise<Response> {
    const session = currentCaller()?.session ?? null;
    const cookies = sessions.end(session);
    audit('signed-out');
    const location = session ? await way.end(session) : null;
    const response = answer({ location }, requestId, [...cookies, roundTripCookie('')]);
    response.headers.set('Clear-Site-Data', '"cache"');
    return response;
  }

  return async (request, { path, search }, origin, requestId) => {
    if (path === CALLBACK) {
      if (request.method !== 'GET') return wrongMethod('GET', requestId);
      return comeBack(request, new URL(`${origin}${CALLBACK}?${search}`), requestId);
    }
    if (path !== '/auth/login' && path !== '/auth/refresh' && path !== '/auth/logout') return null;
    if (request.method !== 'POST') return wrongMethod('POST', requestId);
    if (path === '/auth/login') return logIn(request, requestId);
    return path === '/auth/refresh' ? stay(request, requestId) : logOut(requestId);
  };
}

/** What the page may know of a session: never a token, never a claim. */
export function sessionFacts(session: StaffSession, { draftKey }: SessionSettings): object {
  return {
    person: session.name,
    draftKey: draftKeyOf(draftKey, session.subject),
    idleEndsAt: session.idleEndsAt,
    endsAt: session.endsAt,
    tokenEndsAt: session.tokens?.expiresAt ?? null,
  };
}

/** From here on the log knows who it is. */
function noteCaller(session: StaffSession): void {
  const caller = currentCaller();
  if (caller) caller.session = session;
}

/** Only an address of the app's own: anything else would send people who just signed in elsewhere. */
function readReturn(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST_RETURN || !/^\/(?!auth|api|gw)/.test(value))
    return '/';
  return readTarget(value) ? value : '/';
}

function answer(body: object, requestId: string, cookies: readonly string[]): Response {
  const headers = apiHeaders(requestId);
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(JSON.stringify(body), { headers });
}

function goTo(path: string, requestId: string, cookies: readonly string[]): Response {
  const headers = apiHeaders(requestId);
  headers.set('Location', path);
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

function wrongMethod(allow: string, requestId: string): Response {
  return refusalResponse({ ...refusedHere(405, 'method_not_allowed'), allow }, requestId);
}
