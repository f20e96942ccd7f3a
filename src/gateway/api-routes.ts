import { createHash } from 'node:crypto';
import { operations } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import {
  checkOperation,
  PLAIN_ID,
  readApiCall,
  readJsonBody,
  type ApiCall,
} from '~/gateway/orders/api-request';
import type { IdempotentWrites } from '~/gateway/orders/idempotent-writes';
import { createOpenBatches, readAnnouncement, type BatchAnnouncement } from '~/gateway/orders/open-batches';
import type { Forward } from '~/gateway/orders/proxy';
import { answered, overQuota } from '~/gateway/orders/write-answers';
import { PROFILE_PATH, type ProfileRoutes } from '~/gateway/profile/profile-routes';
import { errorResponse, gatewayError, type GatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';
import { textOf } from '~/gateway/http/whole-response';
import type { RequestTarget } from '~/gateway/http/request-target';
import { requestContext } from '~/gateway/session/request-context';
import type { StateStore } from '~/gateway/state/state-store';
import { answerSession, SESSION_PATH } from './session-route';

/** An answer, and the template that names its request in the log. */
export interface Routed {
  readonly route: string;
  readonly response: Response;
}

export interface ApiRoutesParts {
  readonly forward: Forward;
  readonly writes: IdempotentWrites;
  readonly profile: ProfileRoutes;
  readonly state: StateStore;
  /** Names the build of the page. */
  readonly version: string;
}

/** Answers the page's calls; null for any other request. `origin` is the page's own. */
export type ApiRoutes = (
  request: Request,
  target: RequestTarget,
  origin: string,
  requestId: string,
) => Promise<Routed | null>;

export const TICKETS = '/gw/confirm-tickets';
export const LIFT = '/gw/confirmation-locks/lift';
const OPEN_BATCHES = '/gw/open-batches';
const OWN_PATHS = [TICKETS, LIFT, OPEN_BATCHES];
const RESOLVE = /^\/gw\/idempotency-keys\/([\w.-]{1,128})\/resolve$/;

/** The eleven calls of the API behind their checks, and the gateway's own calls. */
export function createApiRoutes({ forward, writes, profile, state, version }: ApiRoutesParts): ApiRoutes {
  const openBatches = createOpenBatches(state);

  async function answerApi(request: Request, target: RequestTarget, requestId: string) {
    const operation = checkOperation(request.method, target.path);
    if (!operation.ok) return refused('/api', operation.refusal, requestId);
    const { path: template, method } = operations[operation.value.name];
    const call = await readApiCall(operation.value, request, target, ownerOf());
    if (!call.ok) return refused(template, call.refusal, requestId);
    const response =
      method === 'GET'
        ? await answerRead(call.value, requestId)
        : await writes.write(call.value, request.headers, requestId);
    return { route: template, response };
  }

  /** A reading of a cart, or of a line that names its cart, reports the cart's lock; that of a cart, its batches too. */
  async function answerRead(call: ApiCall, requestId: string): Promise<Response> {
    const response = await forward(call, requestId);
    const cartId = call.operation === 'readLine' ? await cartOfLine(response) : call.ids.cartId;
    if (cartId === undefined) return response;
    // After the reading: a lock that was taken during it is reported too.
    const [lock, batches] = await Promise.all([
      writes.lockOf(cartId),
      call.operation === 'readCart' ? openBatches.of(cartId).catch(() => []) : [],
    ]);
    if (lock) response.headers.set('X-OT-Lock', JSON.stringify(lock));
    if (batches.length > 0) response.headers.set('X-OT-Batches', JSON.stringify(batches));
    return response;
  }

  async function announce(cartId: string, batch: BatchAnnouncement, requestId: string): Promise<Response> {
    const waitMs = await openBatches.announce(cartId, batch, ownerOf());
    if (waitMs > 0) return errorResponse(overQuota(waitMs), requestId);
    return new Response(null, { status: 204, headers: apiHeaders(requestId) });
  }

  async function answerOwn(request: Request, { path }: RequestTarget, requestId: string) {
    const [, key] = RESOLVE.exec(path) ?? [];
    const route = key === undefined ? path : '/gw/idempotency-keys/{key}/resolve';
    if (key === undefined && !OWN_PATHS.includes(path)) {
      return refused('/gw', gatewayError(404, 'not_found'), requestId);
    }
    if (request.method !== 'POST') {
      return refused(route, { ...gatewayError(405, 'method_not_allowed'), allow: 'POST' }, requestId);
    }
    const requester = { owner: ownerOf(), requestId };
    if (key !== undefined) return { route, response: await writes.resolve(key, requester) };
    const body = await readJsonBody(request);
    if (!body.ok) return refused(route, body.refusal, requestId);
    const { cart, fingerprint, count } = isWireObject(body.value) ? body.value : {};
    if (typeof cart !== 'string' || !PLAIN_ID.test(cart)) {
      return refused(route, gatewayError(400, 'bad_body'), requestId);
    }
    if (path === LIFT) return { route, response: await writes.liftLock(cart, requester) };
    if (path === OPEN_BATCHES) {
      const batch = readAnnouncement(body.value);
      if (!batch) return refused(route, gatewayError(400, 'bad_body'), requestId);
      return { route, response: await answered(announce(cart, batch, requestId), requestId) };
    }
    if (typeof fingerprint !== 'string' || typeof count !== 'number') {
      return refused(route, gatewayError(400, 'bad_body'), requestId);
    }
    return { route, response: await writes.giveTicket({ cartId: cart, fingerprint, count }, requester) };
  }

  return async (request, target, _, requestId) => {
    const { path } = target;
    if (isUnder(path, '/api')) return answerApi(request, target, requestId);
    if (path === PROFILE_PATH) return { route: path, response: await profile.answer(request, requestId) };
    if (isUnder(path, '/gw')) return answerOwn(request, target, requestId);
    if (path === SESSION_PATH) {
      return {
        route: path,
        response: answerSession(
          request,
          {
            epoch: state.epoch,
            now: Math.round(state.now()),
            version,
            server: await profile.profile(),
          },
          requestId,
        ),
      };
    }
    if (isUnder(path, '/auth')) return refused('/auth', gatewayError(404, 'not_found'), requestId);
    return null;
  };
}

/** A hash of the request's person, or of its network address without a sign-in. It reveals neither. */
function ownerOf(): string {
  const context = requestContext();
  const owner = context?.session ? `person ${context.session.subject}` : `address ${context?.address ?? ''}`;
  return createHash('sha256').update(owner).digest('base64url').slice(0, 22);
}

/** The cart that the body of a line's detail names, without reading the whole of it. */
async function cartOfLine(response: Response): Promise<string | undefined> {
  if (!response.ok) return undefined;
  const found = /"product_order_id"\s*:\s*(?:"([\w-]{1,64})"|(\d{1,64}))/.exec(await textOf(response));
  return found?.[1] ?? found?.[2];
}

function refused(route: string, refusal: GatewayError, requestId: string): Routed {
  return { route, response: errorResponse(refusal, requestId) };
}

/** Whether a path is a root or lies below it. */
export function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
