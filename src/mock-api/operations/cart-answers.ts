import { readCart, type Cart } from '~/contract/cart';
import type { WireObject } from '~/contract/scalars';
import { fullLine, writtenLine } from '~/mock-api/store/order-line-answers';
import type { StoredCart } from '~/mock-api/store/stored-order';
import { toWireTime } from '~/mock-api/wire/wire-times';

/** A cart's header: the answer to creating one, and a row of the list. */
export function cartHeader(cart: StoredCart): WireObject {
  return {
    external_id: cart.external_id,
    project_id: cart.project_id,
    id: cart.id,
    creation_date: toWireTime(cart.creation_date),
    cancellation_date: toWireTime(cart.cancellation_date),
    completion_date: toWireTime(cart.completion_date),
    order_date: toWireTime(cart.order_date),
    state: cart.state,
  };
}

/** A cart with its lines, as the detail, the update, the deletion of a line and the confirmation answer it. */
export function cartWithLines(cart: StoredCart): WireObject {
  return { ...cartHeader(cart), product_order_item: cart.lines.map(writtenLine) };
}

/** The cart as the rules of the domain know it. */
export function asCart(cart: StoredCart): Cart {
  return readCart({ ...cartHeader(cart), product_order_item: cart.lines.map(fullLine) });
}
