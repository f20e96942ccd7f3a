import { checkOperation } from '~/gateway/orders/api-request';
import type { Audit } from '~/gateway/session/audit-log';
import { readSmallJson } from '~/gateway/http/read-small-json';
import { LIFT, TICKETS, type ApiRoutes } from './api-routes';

const EVENTS: ReadonlyMap<string, 'ticket' | 'lock-lifted'> = new Map([
  [TICKETS, 'ticket'],
  [LIFT, 'lock-lifted'],
] as const);

/**
 * Audits tickets, confirmations and lifted locks with their answers. A confirmation is audited before it leaves too, so
 * that a gateway that dies in between leaves a trace.
 */
export function withOrderAudit(apiRoutes: ApiRoutes, audit: Audit): ApiRoutes {
  return async (request, target, origin, requestId) => {
    const { method } = request;
    const gatewayEvent = method === 'POST' ? EVENTS.get(target.path) : undefined;
    const copy = gatewayEvent ? request.clone() : null;
    const operation = checkOperation(method, target.path);
    const confirmed = operation.ok && operation.value.name === 'confirmCart' ? operation.value.ids : null;
    if (confirmed) await audit('confirmation-requested', { cart: confirmed.cartId, requestId });
    const routed = await apiRoutes(request, target, origin, requestId);
    const status = routed?.response.status;
    if (confirmed) await audit('confirmation', { cart: confirmed.cartId, status, requestId });
    if (gatewayEvent && copy) await audit(gatewayEvent, { ...(await readCart(copy)), status, requestId });
    return routed;
  };
}

async function readCart(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const { cart, fingerprint, count } = (await readSmallJson(request)) ?? {};
  const isShort = (value: unknown): boolean => typeof value === 'string' && value.length <= 128;
  return {
    ...(isShort(cart) ? { cart } : {}),
    ...(isShort(fingerprint) ? { fingerprint } : {}),
    ...(typeof count === 'number' ? { lines: count } : {}),
  };
}
