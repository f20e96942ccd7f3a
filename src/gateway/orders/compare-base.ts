import { cartFingerprint, cartReferencesFingerprint } from '~/domain/carts/cart-fingerprint';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import type { OperationName } from '~/contract/operations';
import type { ApiCall } from './api-request';
import { isDraftCart, readFreshCart, readFreshLine } from './fresh-reading';
import type { Forward } from './proxy';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';

/** The writes that name the state they are based on, as a fingerprint in X-OT-Base. */
const BASED: readonly OperationName[] = ['updateLine', 'deleteLine', 'updateCart', 'deleteCart'];

/** Whether a write must name its base. */
export function needsBase(operation: OperationName): boolean {
  return BASED.includes(operation);
}

/**
 * Reads the object of a write and compares it with the write's base; null when the write may go. Otherwise it gives the
 * answer for the page: 412 with the fresh object, or the failure of the reading. The caller keeps other writes out
 * meanwhile.
 */
export async function compareBase(
  forward: Forward,
  { operation, ids: { cartId = '', lineId = '' }, owner }: ApiCall,
  base: string,
  requestId: string,
): Promise<Response | null> {
  const readFor = { owner, requestId };
  if (operation === 'updateLine' || operation === 'deleteLine') {
    const line = await readFreshLine(forward, lineId, readFor);
    if (!line.ok) return line.answer;
    // No base of a page is a confirmed line.
    if (isDraft(line.value) && (await lineFingerprint(line.value)) === base) return null;
    return errorResponse({ ...gatewayError(412, 'changed'), line: line.raw }, requestId);
  }
  if (operation !== 'updateCart' && operation !== 'deleteCart') return null;
  const cart = await readFreshCart(forward, cartId, readFor);
  if (!cart.ok) return cart.answer;
  const isDelete = operation === 'deleteCart';
  if (isDelete && !(await isDraftCart(forward, cart.value, readFor))) {
    return errorResponse({ ...gatewayError(409, 'not_draft'), cart: cart.raw }, requestId);
  }
  const fingerprint = await (isDelete ? cartFingerprint : cartReferencesFingerprint)(cart.value);
  if (fingerprint === base) return null;
  return errorResponse({ ...gatewayError(412, 'changed'), cart: cart.raw }, requestId);
}
