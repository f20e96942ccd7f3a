import { isWireObject } from '~/contract/scalars';
import type { Audit } from '~/gateway/session/audit-log';
import { NAVIGATIONS, sessionFacts, type AuthRoutes } from '~/gateway/sign-in/auth-routes';
import { requestContext } from '~/gateway/session/request-context';
import { isOwnCall } from '~/gateway/http/cross-site';
import { withOrderAudit } from './order-audit';
import { isUnder, TICKETS, type ApiRoutes, type Routed } from './api-routes';
import { createRateLimit } from '~/gateway/http/rate-limit';
import { errorResponse, gatewayError, type GatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';
import { SESSION_PATH } from './session-route';
import type { SessionSettings } from '~/gateway/settings/sign-in-settings';
import { LIFE_FOR_A_WRITE } from '~/gateway/upstream/token-source';

/** The sign-in of staff; null with SIGN_IN=none. */
export interface StaffAccess {
  readonly kind: 'oidc' | 'account';
  readonly settings: SessionSettings;
  readonly authRoutes: AuthRoutes;
  /** Whether people can sign in. */
  readonly isReady: () => boolean;
}

interface Parts {
  readonly apiRoutes: ApiRoutes;
  readonly access: StaffAccess | null;
  readonly audit: Audit;
  readonly now?: () => number;
}

/** Enough for several tabs, an export and a page of fifty lines. */
const READS = { perSecond: 20, burst: 40 };
const WRITES = { perSecond: 2, burst: 10 };
const TICKET_RATE = { perSecond: 6 / 60, burst: 6 };

/**
 * Guards every call of the page. It must come from our own page, with a session, and within the session's rate. The
 * call then runs in the context of that session.
 */
export function createAuthentication({ access, audit, now = Date.now, ...parts }: Parts): ApiRoutes {
  const apiRoutes = withOrderAudit(parts.apiRoutes, audit);
  const takeRead = createRateLimit(READS, now);
  const takeWrite = createRateLimit(WRITES, now);
  const takeTicket = createRateLimit(TICKET_RATE, now);

  /** The seconds until the session may send this call; 0 for now. Calls under /gw resolve writes, so they count as reads. */
  function secondsToWait(sessionId: string, method: string, path: string): number {
    if (path === TICKETS) return takeTicket(sessionId);
    return method === 'GET' || isUnder(path, '/gw') ? takeRead(sessionId) : takeWrite(sessionId);
  }

  return async (request, target, origin, requestId) => {
    const { path } = target;
    const isOurs = ['/api', '/gw', '/auth'].some((root) => isUnder(path, root));
    if (!isOurs) return apiRoutes(request, target, origin, requestId);
    if (
      !(access && NAVIGATIONS.includes(path)) &&
      !isOwnCall(request.method, path, request.headers, origin)
    ) {
      void audit('call-refused', { why: 'cross_site', requestId });
      return refused(path, gatewayError(403, 'cross_site'), requestId);
    }
    if (!access) return apiRoutes(request, target, origin, requestId);

    if (isUnder(path, '/auth')) {
      const answered = await access.authRoutes.answer(request, target, origin, requestId);
      if (answered) return { route: path, response: answered };
    }
    const session = await access.authRoutes.readSession(request.headers);
    const context = requestContext();
    if (context) context.session = session;
    if (isUnder(path, '/auth')) {
      const routed = await apiRoutes(request, target, origin, requestId);
      return path === SESSION_PATH && routed?.response.ok ? withPerson(routed, access, requestId) : routed;
    }
    if (!session) return refused(path, gatewayError(401, 'signed_out'), requestId);
    if (request.method !== 'GET' && session.tokens && session.tokens.expiresAt - now() < LIFE_FOR_A_WRITE) {
      // Before the idempotency key is claimed: the same key passes once the page has renewed the token.
      return refused(path, gatewayError(401, 'token_stale'), requestId);
    }
    const seconds = secondsToWait(session.id, request.method, path);
    if (seconds > 0) {
      void audit('call-refused', { why: 'too_many', requestId });
      return refused(path, { ...gatewayError(429, 'own_limit'), retryAfter: seconds }, requestId);
    }
    return apiRoutes(request, target, origin, requestId);
  };
}

/** The facts of the process with those of the session. */
async function withPerson(
  { route, response }: Routed,
  access: StaffAccess,
  requestId: string,
): Promise<Routed> {
  const body: unknown = await response.json();
  const session = requestContext()?.session;
  const facts = {
    ...(isWireObject(body) ? body : {}),
    signIn: access.kind,
    ...(session ? sessionFacts(session, access.settings) : {}),
    // A batch of writes keeps to it.
    writesPerSecond: WRITES.perSecond,
  };
  return { route, response: new Response(JSON.stringify(facts), { headers: apiHeaders(requestId) }) };
}

/** The log holds no id of a cart. */
function refused(path: string, refusal: GatewayError, requestId: string): Routed {
  const route = ['/api', '/gw', '/auth'].find((root) => isUnder(path, root)) ?? 'refused';
  return { route, response: errorResponse(refusal, requestId) };
}
