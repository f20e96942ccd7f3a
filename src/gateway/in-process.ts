import { randomBytes, randomUUID } from 'node:crypto';
import { createIdempotentWrites } from '~/gateway/orders/idempotent-writes';
import { createApiRoutes } from './api-routes';
import { createProfileMemory } from '~/gateway/profile/profile-memory';
import { createProfileRoutes } from '~/gateway/profile/profile-routes';
import { withServerProfile } from '~/gateway/profile/server-profile-forward';
import { createForward } from '~/gateway/orders/proxy';
import { requestLog, type RequestLog } from './request-log';
import { readTarget } from '~/gateway/http/request-target';
import { createMemoryState } from '~/gateway/state/memory-state';
import { createValueCipher } from '~/gateway/state/value-cipher';
import type { Upstream } from '~/gateway/upstream/upstream';

/** Where an API believes that it is called when no network is behind it. */
export const NO_NETWORK = 'http://sandbox.localhost';

const TIMES = { writeMs: 30_000, holdMs: 150_000 };

/**
 * Answers the calls of the page in this process, before an API in the same process. The development server and the
 * tests use it. The host sends it only /api, /gw and /auth. A restart empties such an API too, so there is no pause
 * after it.
 */
export function createGatewayInProcess(
  upstream: Upstream,
  now: () => number = Date.now,
  log: (entry: RequestLog) => void = () => undefined,
): (request: Request) => Promise<Response> {
  const profile = createProfileMemory(NO_NETWORK, now);
  const forward = withServerProfile(createForward(NO_NETWORK, upstream), profile);
  const state = createMemoryState(now);
  const cipher = createValueCipher([randomBytes(32)]);
  const writes = createIdempotentWrites({ forward, state, cipher, times: TIMES });
  const pageCalls = createApiRoutes({
    forward,
    writes,
    profile: createProfileRoutes(profile),
    state,
    version: '',
  });
  return async (request) => {
    const { origin, pathname, search } = new URL(request.url);
    const target = readTarget(pathname + search);
    const id = randomUUID();
    const start = performance.now();
    const routed = target && (await pageCalls(request, target, origin, id));
    if (!routed) return new Response(null, { status: 404 });
    log(requestLog(request.method, id, start, routed));
    return routed.response;
  };
}
