import { operations } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import { checkOperation, PLAIN_ID, readApiCall, readJsonBody } from './api-request';
import type { GuardedWrites } from './guarded-writes';
import type { Forward } from './proxy';
import { refusalResponse, refusedHere, type Refusal } from './refusal';
import type { RequestTarget } from './request-target';
import { answerSession, SESSION_PATH } from './session';

/** An answer, and the template by which the log may name what was asked. */
export interface Routed {
  readonly route: string;
  readonly response: Response;
}

export interface PageCallsParts {
  readonly forward: Forward;
  readonly writes: GuardedWrites;
  readonly now: () => number;
}

/** Answers what the page asks for; null for what is none of its calls. `origin` is the page's own. */
export type PageCalls = (
  request: Request,
  target: RequestTarget,
  origin: string,
  requestId: string,
) => Promise<Routed | null>;

export const TICKETS = '/gw/confirm-tickets';
const LIFT = '/gw/confirm-latches/lift';
const SETTLE = /^\/gw\/attempts\/([\w.-]{1,128})\/settle$/;

/** The eleven calls of the API behind their checks, and what the page asks the gateway itself. */
export function createPageCalls({ forward, writes, now }: PageCallsParts): PageCalls {
  async function answerApi(request: Request, target: RequestTarget, requestId: string) {
    const operation = checkOperation(request.method, target.path);
    if (!operation.ok) return refused('/api', operation.refusal, requestId);
    const { path: template, method } = operations[operation.value.name];
    const call = await readApiCall(operation.value, request, target);
    if (!call.ok) return refused(template, call.refusal, requestId);
    const response =
      method === 'GET'
        ? await forward(call.value, requestId)
        : await writes.write(call.value, request.headers, requestId);
    return { route: template, response };
  }

  async function answerOwn(request: Request, { path }: RequestTarget, requestId: string) {
    const [, attemptId] = SETTLE.exec(path) ?? [];
    const route = attemptId === undefined ? path : '/gw/attempts/{id}/settle';
    if (attemptId === undefined && path !== TICKETS && path !== LIFT) {
      return refused('/gw', refusedHere(404, 'not_found'), requestId);
    }
    if (request.method !== 'POST') {
      return refused(route, { ...refusedHere(405, 'method_not_allowed'), allow: 'POST' }, requestId);
    }
    if (attemptId !== undefined) return { route, response: writes.settle(attemptId, requestId) };
    const body = await readJsonBody(request);
    if (!body.ok) return refused(route, body.refusal, requestId);
    const { cart, fingerprint, count } = isWireObject(body.value) ? body.value : {};
    if (typeof cart !== 'string' || !PLAIN_ID.test(cart)) {
      return refused(route, refusedHere(400, 'bad_body'), requestId);
    }
    if (path === LIFT) return { route, response: await writes.liftLatch(cart, requestId) };
    if (typeof fingerprint !== 'string' || typeof count !== 'number') {
      return refused(route, refusedHere(400, 'bad_body'), requestId);
    }
    return { route, response: await writes.giveTicket({ cartId: cart, fingerprint, count }, requestId) };
  }

  return async (request, target, _, requestId) => {
    const { path } = target;
    if (isUnder(path, '/api')) return answerApi(request, target, requestId);
    if (isUnder(path, '/gw')) return answerOwn(request, target, requestId);
    if (path === SESSION_PATH) {
      return {
        route: path,
        response: answerSession(request, { bootId: writes.bootId, now: now() }, requestId),
      };
    }
    if (isUnder(path, '/auth')) return refused('/auth', refusedHere(404, 'not_found'), requestId);
    return null;
  };
}

function refused(route: string, refusal: Refusal, requestId: string): Routed {
  return { route, response: refusalResponse(refusal, requestId) };
}

/** Whether a path is a root or lies below it. */
export function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
