import { randomUUID } from 'node:crypto';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';

/** Liveness and readiness. */
const HEALTH_PATHS = ['/healthz', '/readyz'] as const;

/**
 * The answer to a health check; null for any other path. Liveness ignores the API, because a restart does not bring the
 * API back. Readiness says whether a proxy should send people here.
 */
export function healthAnswer(path: string, method: string, isReady: () => boolean): Response | null {
  const [health, readiness] = HEALTH_PATHS;
  if (path !== health && path !== readiness) return null;
  const id = randomUUID();
  if (method !== 'GET' && method !== 'HEAD') {
    return errorResponse({ ...gatewayError(405, 'method_not_allowed'), allow: 'GET, HEAD' }, id);
  }
  const ok = path === health || isReady();
  return new Response(method === 'HEAD' ? null : JSON.stringify({ ok }), {
    status: ok ? 200 : 503,
    headers: apiHeaders(id),
  });
}
