import { readCart, readCartHeader, type Cart } from '~/contract/cart';
import { readListPage } from '~/contract/list-envelope';
import { listRequestQuery } from '~/contract/list-query';
import { operationPath } from '~/contract/operations';
import { isDraft } from '~/domain/order-line-lifecycle';
import type { Forward } from './proxy';
import { refusalResponse } from './refusal';

/** A cart as it was just read; `raw` is the API's answer. */
interface FreshCart {
  readonly cart: Cart;
  readonly raw: unknown;
  /** Whether it and every line of it is a draft: only then may it be confirmed or deleted. */
  readonly isDraft: boolean;
}

export type CartRead =
  | { readonly ok: true; readonly fresh: FreshCart }
  /** The answer that says why it could not be read; it is the browser's. */
  | { readonly ok: false; readonly answer: Response };

/** Reads a cart for a rule of the gateway's own, with its row of the list, for the detail promises no state. */
export async function readFreshCart(forward: Forward, cartId: string, requestId: string): Promise<CartRead> {
  const target = operationPath('readCart', { cartId });
  const answer = await forward(
    { operation: 'readCart', ids: { cartId }, method: 'GET', target, body: null },
    requestId,
  );
  if (!answer.ok) return { ok: false, answer };
  const raw: unknown = await answer.json().catch(() => null);
  const cart = ifCart(raw);
  if (!cart) {
    const refusal = { status: 502, code: 'upstream_unreadable', acted: 'no' } as const;
    return { ok: false, answer: refusalResponse(refusal, requestId) };
  }
  const linesAreDrafts = cart.lines.every((row) => row.ok && isDraft(row.value));
  const state =
    cart.state === '' && linesAreDrafts ? await stateInList(forward, cart, requestId) : cart.state;
  return { ok: true, fresh: { cart, raw, isDraft: linesAreDrafts && (state === '' || state === 'created') } };
}

function ifCart(raw: unknown): Cart | null {
  try {
    return readCart(raw);
  } catch {
    return null;
  }
}

/** The state in the cart's row, found by its reference; '' where that does not find it. */
async function stateInList(forward: Forward, cart: Cart, requestId: string): Promise<string> {
  if (cart.external_id === '') return '';
  const query = listRequestQuery({ filters: { external_id: cart.external_id }, page: 1, pageSize: 50 });
  const target = `${operationPath('listCarts')}?${query}`;
  const answer = await forward(
    { operation: 'listCarts', ids: {}, method: 'GET', target, body: null },
    requestId,
  );
  if (!answer.ok) return '';
  try {
    const { rows } = readListPage(await answer.json(), answer.headers, readCartHeader);
    return rows.flatMap((row) => (row.ok && row.value.id === cart.id ? [row.value.state] : []))[0] ?? '';
  } catch {
    return '';
  }
}
