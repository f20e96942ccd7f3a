import { readableLines, type Cart } from './cart';
import { LINE_FIELDS, type OrderLine } from './order-line';
import type { WireObject } from './scalars';

/** A cart to store as JSON, with every readable line, so that `readCart` reads it back unchanged. */
export function writeCart(cart: Cart): WireObject {
  const { id, external_id, project_id } = cart;
  return { id, external_id, project_id, product_order_item: readableLines(cart).map(asReturned) };
}

/** Without the fields that no answer carried: read back, they are still unknown, not empty. */
function asReturned(line: OrderLine): WireObject {
  const unknown: readonly string[] = LINE_FIELDS.filter((field) => !line.returned.includes(field));
  return Object.fromEntries(Object.entries(line).filter(([name]) => !unknown.includes(name)));
}
