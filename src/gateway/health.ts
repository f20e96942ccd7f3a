import { randomUUID } from 'node:crypto';
import { refusalResponse, refusedHere } from './refusal';
import { apiHeaders } from './security-headers';

/** For whoever watches the process: it is there; it can serve. */
const HEALTH_PATHS = ['/healthz', '/readyz'] as const;

/**
 * The answer to a watcher; null for any other path. Alive says nothing of the API, so that nobody restarts a gateway
 * because the API is away; ready says whether people should be sent here.
 */
export function healthAnswer(path: string, method: string, isReady: () => boolean): Response | null {
  const [health, readiness] = HEALTH_PATHS;
  if (path !== health && path !== readiness) return null;
  const id = randomUUID();
  if (method !== 'GET' && method !== 'HEAD') {
    return refusalResponse({ ...refusedHere(405, 'method_not_allowed'), allow: 'GET, HEAD' }, id);
  }
  const ok = path === health || isReady();
  return new Response(method === 'HEAD' ? null : JSON.stringify({ ok }), {
    status: ok ? 200 : 503,
    headers: apiHeaders(id),
  });
}
