import { emptyKeys, factsShown, withCartLines, type LinePlace } from '~/contract/profile/line-answer';
import { isWireObject, text, type WireObject } from '~/contract/scalars';
import type { ApiCall } from '~/gateway/orders/api-request';
import type { Forward } from '~/gateway/orders/proxy';
import { readAnswer, withBody } from './answers';
import { createBodySender } from './body-sender';
import { createCartFinder } from './cart-finder';
import { createListReader } from './list-reader';
import type { ProfileMemory } from './profile-memory';

const LINE_PLACES: Readonly<Partial<Record<ApiCall['operation'], LinePlace>>> = {
  readLine: 'detail',
  createLine: 'write',
  updateLine: 'write',
};
/** The answers that hold a cart with its lines. */
const CART_PLACES: Readonly<Partial<Record<ApiCall['operation'], LinePlace>>> = {
  readCart: 'cart',
  updateCart: 'write',
  deleteLine: 'write',
  confirmCart: 'write',
};

/**
 * Wraps `forward` and translates into the known form of this server. The page uses one form for requests, and reads
 * answers with every empty field and a line's cart. It learns from answers and refusals. A confirmation and a deletion
 * pass unchanged, once.
 */
export function withServerProfile(forward: Forward, memory: ProfileMemory): Forward {
  const carts = createCartFinder((call, requestId) => readList(call, 'listLines', requestId));
  const readList = createListReader(forward, memory, (list, rows) => {
    if (list === 'listLines') carts.noteRows(rows);
  });
  const sendBody = createBodySender(forward, memory);

  async function exchange(call: ApiCall, requestId: string): Promise<Response> {
    const hasForm = call.operation === 'createLine' || call.operation === 'updateLine';
    const isCartWrite = call.operation === 'createCart' || call.operation === 'updateCart';
    return hasForm || isCartWrite ? sendBody(call, requestId) : forward(call, requestId);
  }

  function completed(line: WireObject, place: LinePlace, call: ApiCall, status: number): WireObject {
    memory.learn(factsShown(line, place, memory.profile()), 'shown', { operation: call.operation, status });
    const missing = emptyKeys(line, place, memory.profile());
    const isWithoutCart = call.ids.cartId !== undefined && text.parse(line['product_order_id']) === '';
    if (missing.length === 0 && !isWithoutCart) return line;
    return {
      ...line,
      ...Object.fromEntries(missing.map((name) => [name, null])),
      ...(isWithoutCart ? { product_order_id: call.ids.cartId } : {}),
    };
  }

  async function completedDetail(line: WireObject, call: ApiCall, status: number, requestId: string) {
    const whole = completed(line, 'detail', call, status);
    if (text.parse(whole['product_order_id']) !== '') return whole;
    const cartId = await carts.cartOf(whole, call, requestId);
    return cartId === null ? whole : { ...whole, product_order_id: cartId };
  }

  return async (call, requestId) => {
    await memory.ready;
    memory.keepFresh();
    if (call.operation === 'listCarts' || call.operation === 'listLines')
      return readList(call, call.operation, requestId);
    const response = await exchange(call, requestId);
    const place = LINE_PLACES[call.operation] ?? CART_PLACES[call.operation];
    if (!response.ok || place === undefined) return response;
    const { body } = await readAnswer(response);
    if (!isWireObject(body)) return response;
    if (call.operation in CART_PLACES) {
      const cartId = text.parse(body['id']);
      const inCart = cartId === '' ? call : { ...call, ids: { cartId } };
      const { cart, lines } = withCartLines(body, (line) => completed(line, place, inCart, response.status));
      carts.noteRows(lines);
      return cart === body ? response : withBody(response, cart);
    }
    const line =
      place === 'detail'
        ? await completedDetail(body, call, response.status, requestId)
        : completed(body, place, call, response.status);
    return line === body ? response : withBody(response, line);
  };
}
