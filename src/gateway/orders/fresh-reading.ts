import { readCart, readCartHeader, type Cart } from '~/contract/cart';
import { readListPage } from '~/contract/list-envelope';
import { listRequestQuery } from '~/contract/list-query';
import { operationPath, type OperationIds, type OperationName } from '~/contract/operations';
import { readOrderLine, type OrderLine } from '~/contract/order-line';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { isEnvelope, type Forward } from './proxy';
import { errorResponse } from '~/gateway/http/error-response';
import { jsonOf } from '~/gateway/http/whole-response';

/** An object as the API has it now; `raw` is its answer. */
interface Fresh<T> {
  readonly value: T;
  readonly raw: unknown;
}

export type FreshReading<T> =
  | ({ readonly ok: true } & T)
  /** The answer for the page: it could not be read, and nothing was written. */
  | { readonly ok: false; readonly answer: Response };

/** The person and the request that a reading is made for. */
export interface ReadFor {
  readonly owner: string;
  readonly requestId: string;
}

/** Reads a line's detail. */
export function readFreshLine(
  forward: Forward,
  lineId: string,
  readFor: ReadFor,
): Promise<FreshReading<Fresh<OrderLine>>> {
  return readFresh(forward, 'readLine', { lineId }, readOrderLine, readFor);
}

/** Reads a cart. */
export function readFreshCart(
  forward: Forward,
  cartId: string,
  readFor: ReadFor,
): Promise<FreshReading<Fresh<Cart>>> {
  return readFresh(forward, 'readCart', { cartId }, readCart, readFor);
}

/** Whether a cart and every line of it is a draft. Its row in the list is read too, for the detail promises no state. */
export async function isDraftCart(forward: Forward, cart: Cart, readFor: ReadFor): Promise<boolean> {
  if (!cart.lines.every((row) => row.ok && isDraft(row.value))) return false;
  const state = cart.state === '' ? await stateInList(forward, cart, readFor) : cart.state;
  return state === '' || state === 'created';
}

async function readFresh<T>(
  forward: Forward,
  operation: OperationName,
  ids: OperationIds,
  read: (raw: unknown) => T,
  readFor: ReadFor,
): Promise<FreshReading<Fresh<T>>> {
  const target = operationPath(operation, ids);
  let answer = await ask(forward, operation, target, ids, readFor);
  let body = await jsonOf(answer);
  if (!answer.ok && isUnreachable(body)) {
    // The API may have closed a kept connection just then: a reading is safe to repeat.
    answer = await ask(forward, operation, target, ids, readFor);
    body = await jsonOf(answer);
  }
  // 5xx in the API's own words would look like a write without a clear answer.
  if (!answer.ok && answer.status >= 500 && !isEnvelope(body)) {
    const error = {
      status: 502,
      code: 'upstream_error',
      acted: 'no',
      upstreamStatus: answer.status,
    } as const;
    return { ok: false, answer: errorResponse(error, readFor.requestId) };
  }
  if (!answer.ok) return { ok: false, answer };
  try {
    return { ok: true, value: read(body), raw: body };
  } catch {
    const error = { status: 502, code: 'upstream_unreadable', acted: 'no' } as const;
    return { ok: false, answer: errorResponse(error, readFor.requestId) };
  }
}

function isUnreachable(body: unknown): boolean {
  return isEnvelope(body) && body['code'] === 'upstream_unreachable';
}

function ask(
  forward: Forward,
  operation: OperationName,
  target: string,
  ids: OperationIds,
  { owner, requestId }: ReadFor,
): Promise<Response> {
  return forward({ operation, ids, method: 'GET', target, body: null, owner }, requestId);
}

/** The state in the cart's row, found by its reference; '' where that does not find it. */
async function stateInList(forward: Forward, cart: Cart, readFor: ReadFor): Promise<string> {
  if (cart.external_id === '') return '';
  const query = listRequestQuery({ filters: { external_id: cart.external_id }, page: 1, pageSize: 50 });
  const answer = await ask(forward, 'listCarts', `${operationPath('listCarts')}?${query}`, {}, readFor);
  if (!answer.ok) return '';
  try {
    const { rows } = readListPage(await jsonOf(answer), answer.headers, readCartHeader);
    return rows.flatMap((row) => (row.ok && row.value.id === cart.id ? [row.value.state] : []))[0] ?? '';
  } catch {
    return '';
  }
}
