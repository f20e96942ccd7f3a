import * as z from 'zod/mini';
import { readableRows, toListRows, type ListRow } from './list-envelope';
import { readId, readOrderLine, type OrderLine } from './order-line';
import { moment, objectWithId, text, type WireObject } from './scalars';

/*
 * A cart: the API's product_order, "order session".
 *
 * Where the document contradicts itself or is silent:
 * - "Creating an Order Session" calls order_date required and shows null.
 * - The detail and the answers to update, delete a line and confirm promise id, external_id, project_id and the lines:
 *   no state and no date. They are read when they are there all the same.
 */

const headerShape = {
  id: text,
  external_id: text,
  project_id: text,
  state: text,
  creation_date: moment,
  order_date: moment,
  completion_date: moment,
  cancellation_date: moment,
};
const headerSchema = z.object(headerShape);

/** A row of the list of carts, and the answer to creating one. A date or state that was not sent is ''. */
export type CartHeader = z.infer<typeof headerSchema>;

export interface Cart extends CartHeader {
  /** The lines in the API's order; a line that cannot be read stays as an unreadable row. */
  readonly lines: readonly ListRow<OrderLine>[];
  readonly unknown: WireObject;
}

/** The fields of a cart that a person can write, "Update an order session". */
export interface CartValues {
  external_id: string;
  project_id: string;
}

/** Reads a cart's header (operations 1 and 2). Throws a ZodError when it is no object or has no id. */
export function readCartHeader(raw: unknown): CartHeader {
  return headerSchema.parse(objectWithId.parse(raw));
}

/**
 * Reads a cart with its lines (operations 3, 4, 8 and 11). Throws a ZodError for a value without an id or a list of
 * lines. Any other object must not pass for an empty cart.
 */
export function readCart(raw: unknown): Cart {
  const wire = objectWithId.parse(raw);
  return {
    ...headerSchema.parse(wire),
    lines: toListRows(itemsOf(wire), readOrderLine),
    unknown: Object.fromEntries(
      Object.entries(wire).filter(([name]) => !(name in headerShape) && name !== 'product_order_item'),
    ),
  };
}

/** Reads the ids of a cart's lines and nothing else of them; '' for a line that has none. Throws where readCart does. */
export function readLineIds(raw: unknown): string[] {
  return itemsOf(objectWithId.parse(raw)).map(readId);
}

function itemsOf(wire: WireObject): unknown[] {
  return z.array(z.unknown()).parse(wire['product_order_item']);
}

/** The lines of a cart that could be read. */
export function readableLines(cart: Cart): OrderLine[] {
  return readableRows(cart.lines);
}

/** The ids of all lines of a cart; '' for a line that has none. */
export function lineIds(cart: Cart): string[] {
  return cart.lines.map((row) => (row.ok ? row.value.id : row.id));
}

/** Writes the given references, and no others. */
export function writeCartValues(values: Partial<CartValues>): WireObject {
  return { ...values };
}
