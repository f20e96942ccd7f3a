import { isWireObject } from '~/contract/scalars';
import type { Audit } from '~/gateway/session/audit-log';
import { requestContext } from '~/gateway/session/request-context';
import {
  clearedRoundTripCookies,
  clearedSessionCookies,
  isSignedOut,
  MOST_ROUND_TRIPS,
  readRoundTripCookie,
  readSignOutCookie,
  roundTripCookie,
  signedOutCookie,
  signOutCookie,
} from '~/gateway/session/cookies';
import { encryptionKeyOf } from '~/gateway/session/keyed-hash';
import { createRateLimit } from '~/gateway/http/rate-limit';
import { readSmallJson } from '~/gateway/http/read-small-json';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';
import { readTarget, type RequestTarget } from '~/gateway/http/request-target';
import type { Encryption } from '~/gateway/session/encrypted-value';
import { oldNameOfKey } from '~/gateway/http/old-page';
import { apiHeaders } from '~/gateway/http/security-headers';
import type { SessionSettings } from '~/gateway/settings/sign-in-settings';
import { StateUnavailableError } from '~/gateway/state/state-store';
import type { RoundTrips } from './round-trips';
import type { SignInFailure, SignInMethod } from './sign-in-method';
import { extendSession, type StaffSession } from '~/gateway/session/staff-session';
import type { StaffSessions } from '~/gateway/session/staff-sessions';

/*
 * The calls that sign people in, renew sessions and sign out. Only these set cookies. So a late answer of the API
 * overwrites no newer cookie and revives no ended session.
 */

export interface AuthParts {
  readonly method: SignInMethod;
  readonly settings: SessionSettings;
  readonly sessions: StaffSessions;
  readonly roundTrips: RoundTrips;
  /** Encrypts the browser's copy of a sign-in or a sign-out under way. */
  readonly encryption: Encryption;
  readonly audit: Audit;
  readonly now: () => number;
}

const CALLBACK = '/auth/callback';
const PROVIDER_SIGN_OUT = '/auth/provider-sign-out';
/** The browser navigates to these, so that they carry no header of ours. */
export const NAVIGATIONS: readonly string[] = [CALLBACK, PROVIDER_SIGN_OUT];
const SIGN_IN_PAGE = '/sign-in';
const SIGNED_OUT_PAGE = '/sign-in?out=yes';
const LONGEST_RETURN = 1500;
/** A provider may refuse a long `state`. */
const LONGEST_MARKED = 300;
/** Per session: fifty tabs can wake up at once. */
const RENEWALS = { perSecond: 1, burst: 60 };

export interface AuthRoutes {
  /** The answer to a call under /auth except /auth/session; null for any other path. */
  readonly answer: (
    request: Request,
    target: RequestTarget,
    origin: string,
    requestId: string,
  ) => Promise<Response | null>;
  /** The session of a request; null without one. A browser that is signed out has none: its session is ended here. */
  readonly readSession: (headers: Headers) => Promise<StaffSession | null>;
}

export function createAuthRoutes(parts: AuthParts): AuthRoutes {
  const { method, settings, sessions, roundTrips, encryption, audit, now } = parts;
  const takeRenewal = createRateLimit(RENEWALS, now);

  async function logIn(request: Request, requestId: string): Promise<Response> {
    const sent = await readSmallJson(request);
    if (!sent) return errorResponse(gatewayError(400, 'bad_body'), requestId);
    // After a sign-out the provider can still have a session for a person that has left this computer.
    const back = readReturn(sent['returnTo']);
    const step = await method.start(sent, {
      forceLogin: isSignedOut(request.headers),
      ...(back.length > LONGEST_MARKED ? {} : { mark: await encryption.encrypt({ back }) }),
    });
    if (step.kind === 'refused') return errorResponse(step.error, requestId);
    if (step.kind === 'signed-in') {
      return answer(sessionFacts(step.session, settings), requestId, await signedIn(step.session));
    }
    const { location, roundTrip } = step;
    const seconds = await roundTrips.begin(roundTrip.state);
    if (seconds > 0) {
      void audit('sign-in-limited');
      return errorResponse({ ...gatewayError(429, 'too_many'), retryAfter: seconds }, requestId);
    }
    return answer({ location }, requestId, [
      ...clearedRoundTripCookies(request.headers, MOST_ROUND_TRIPS - 1),
      roundTripCookie(roundTrip.state, await encryption.encrypt({ back, roundTrip })),
    ]);
  }

  /**
   * The provider's redirect back: a navigation, so that every answer is a redirect to the app. A browser with more
   * sign-ins than it has cookies for keeps the page asked for in the `state`.
   */
  async function complete(request: Request, url: URL, requestId: string): Promise<Response> {
    const state = url.searchParams.get('state') ?? '';
    const cookie = readRoundTripCookie(request.headers, state);
    const decrypted = await encryption.decrypt(cookie ?? state.replace(/^[^.]*\.?/, ''));
    const known = isWireObject(decrypted) ? decrypted : {};
    const back = readReturn(known['back']);
    const fail = (failure: SignInFailure): Response =>
      goTo(failedPage(failure, back), requestId, [roundTripCookie(state, '')]);
    try {
      if (!('roundTrip' in known) || !(await roundTrips.use(state))) return fail('expired');
      const session = await method.complete(url, known['roundTrip']);
      if (typeof session === 'string') return fail(session);
      return goTo(back, requestId, [roundTripCookie(state, ''), ...(await signedIn(session))]);
    } catch (error) {
      if (error instanceof StateUnavailableError) return fail('unreachable');
      throw error;
    }
  }

  /** The cookies of a new session. */
  async function signedIn(session: StaffSession): Promise<readonly string[]> {
    const cookies = await sessions.cookiesFor(session);
    setSession(session);
    void audit('signed-in');
    return [...cookies, signedOutCookie(false)];
  }

  async function renew(request: Request, requestId: string): Promise<Response> {
    const session = await readSession(request.headers);
    const sent = await readSmallJson(request);
    if (!sent) return errorResponse(gatewayError(400, 'bad_body'), requestId);
    if (!session) return errorResponse(gatewayError(401, 'signed_out'), requestId);
    const seconds = takeRenewal(session.id);
    if (seconds > 0)
      return errorResponse({ ...gatewayError(429, 'too_many'), retryAfter: seconds }, requestId);
    setSession(session);
    const renewed = await method.renew(session);
    if ('code' in renewed) return errorResponse(renewed, requestId);
    const next = sent['active'] === true ? extendSession(renewed, settings, now()) : renewed;
    return answer(sessionFacts(next, settings), requestId, await sessions.cookiesFor(next));
  }

  async function endSession(session: StaffSession): Promise<void> {
    setSession(session);
    if (!(await sessions.revoke(session))) return;
    method.end(session);
    void audit('signed-out');
  }

  async function readSession(headers: Headers): Promise<StaffSession | null> {
    const session = await sessions.read(headers);
    if (!session || !isSignedOut(headers)) return session;
    // The page could not reach the gateway when the person signed out. Without the store the next call ends it.
    await endSession(session).catch((error: unknown) => {
      if (!(error instanceof StateUnavailableError)) throw error;
    });
    return null;
  }

  /** Script never gets the ID token: the browser carries it encrypted to the redirect below. */
  async function logOut(request: Request, requestId: string): Promise<Response> {
    const session = await sessions.decrypt(request.headers);
    if (session) await endSession(session);
    const idToken = session?.idToken ?? null;
    const hasProviderPage = session !== null && (await method.signOutUrl(null)) !== null;
    const cookie = idToken === null ? null : signOutCookie(await encryption.encrypt({ idToken }));
    const response = answer({ location: hasProviderPage ? PROVIDER_SIGN_OUT : null }, requestId, [
      ...clearedSessionCookies(),
      ...clearedRoundTripCookies(request.headers, 0),
      signedOutCookie(true),
      ...(cookie === null ? [] : [cookie]),
    ]);
    response.headers.set('Clear-Site-Data', '"cache"');
    return response;
  }

  async function signOutAtProvider(request: Request, requestId: string): Promise<Response> {
    const cookie = readSignOutCookie(request.headers);
    const decrypted = cookie === null ? null : await encryption.decrypt(cookie);
    const idToken = isWireObject(decrypted) ? decrypted['idToken'] : null;
    // Another site may send the browser here; only a sign-out of ours leads on to the provider.
    const location = isSignedOut(request.headers)
      ? await method.signOutUrl(typeof idToken === 'string' ? idToken : null)
      : null;
    return goTo(location ?? SIGNED_OUT_PAGE, requestId, [signOutCookie('') ?? '']);
  }

  async function route(request: Request, target: RequestTarget, origin: string, requestId: string) {
    const { path, search } = target;
    if (NAVIGATIONS.includes(path)) {
      if (request.method !== 'GET') return wrongMethod('GET', requestId);
      return path === CALLBACK
        ? complete(request, new URL(`${origin}${CALLBACK}?${search}`), requestId)
        : signOutAtProvider(request, requestId);
    }
    if (path !== '/auth/login' && path !== '/auth/refresh' && path !== '/auth/logout') return null;
    if (request.method !== 'POST') return wrongMethod('POST', requestId);
    if (path === '/auth/login') return logIn(request, requestId);
    return path === '/auth/refresh' ? renew(request, requestId) : logOut(request, requestId);
  }

  return {
    async answer(request, target, origin, requestId) {
      try {
        return await route(request, target, origin, requestId);
      } catch (error) {
        if (!(error instanceof StateUnavailableError)) throw error;
        return NAVIGATIONS.includes(target.path)
          ? goTo(failedPage('unreachable', '/'), requestId, [])
          : errorResponse({ ...gatewayError(503, 'state_unavailable'), retryAfter: 5 }, requestId);
      }
    },
    readSession,
  };
}

/** The part of a session that the page may know: never a token, never a claim. */
export function sessionFacts(session: StaffSession, settings: SessionSettings): object {
  const encryptionKey = encryptionKeyOf(settings.encryptionKey, session.subject);
  return {
    person: session.name,
    encryptionKey,
    ...oldNameOfKey(encryptionKey),
    idleEndsAt: session.idleEndsAt,
    endsAt: session.endsAt,
    tokenEndsAt: session.tokens?.expiresAt ?? null,
  };
}

/** The log and the audit name the person from here on. */
function setSession(session: StaffSession): void {
  const context = requestContext();
  if (context) context.session = session;
}

/** A URL of the app; `/` for any other, which would redirect people elsewhere after their sign-in. */
function readReturn(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST_RETURN || !/^\/(?!auth|api|gw)/.test(value))
    return '/';
  return readTarget(value) ? value : '/';
}

function failedPage(failure: SignInFailure, back: string): string {
  const search = new URLSearchParams({ failed: failure, ...(back === '/' ? {} : { next: back }) });
  return `${SIGN_IN_PAGE}?${search}`;
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
  return errorResponse({ ...gatewayError(405, 'method_not_allowed'), allow }, requestId);
}
