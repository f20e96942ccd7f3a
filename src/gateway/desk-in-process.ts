import { randomUUID } from 'node:crypto';
import { createGuardedWrites } from './guarded-writes';
import { createPageCalls } from './page-calls';
import { createForward } from './proxy';
import { requestLog, type RequestLog } from './request-log';
import { readTarget } from './request-target';
import type { Upstream } from './upstream';

/** Where an API believes that it is called when no network is behind it. */
export const NO_NETWORK = 'http://sandbox.localhost';

const HOLD = 150_000;

/**
 * What the page calls, answered in this process before an API in the same process: for the development server and the
 * tests. Whoever hosts it sends it nothing but /api, /gw and /auth. A restart empties such an API too, so there is no
 * pause after it.
 */
export function createDeskInProcess(
  upstream: Upstream,
  now: () => number = Date.now,
  log: (entry: RequestLog) => void = () => undefined,
): (request: Request) => Promise<Response> {
  const forward = createForward(NO_NETWORK, upstream);
  const writes = createGuardedWrites(forward, now, { pause: 0, hold: HOLD });
  const pageCalls = createPageCalls({ forward, writes, now });
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
