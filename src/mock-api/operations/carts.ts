import type { FieldMessage } from '~/contract/error-body';
import { readPropertyPath } from '~/contract/property-path';
import { text } from '~/contract/scalars';
import { cartReadiness, type LineIssue } from '~/domain/lines/confirmation-readiness';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import type { Handler } from './api-call';
import { asCart, cartHeader, cartWithLines } from './cart-answers';
import { findCarts } from './cart-filters';
import { readListWindow } from './list-window';
import { asOrderLine } from '~/mock-api/store/order-line-answers';
import { invalid, notADraft } from '~/mock-api/wire/api-refusal';
import { readObject } from './sent-line';
import { toFrenchDay } from '~/mock-api/wire/wire-times';

/** POST: "Creating an Order Session". Neither field is required, so a body is not either. */
const createCart: Handler = ({ store, clock }, { body }) => {
  const sent = body === undefined ? {} : readObject(body);
  const cart = store.addCart({
    id: crypto.randomUUID(),
    external_id: text.parse(sent['external_id']),
    project_id: text.parse(sent['project_id']),
    state: 'created',
    creation_date: clock.now(),
    order_date: null,
    completion_date: null,
    cancellation_date: null,
    lines: [],
  });
  return { kind: 'header', status: 201, header: cartHeader(cart) };
};

/** GET: "List of order sessions". */
const listCarts: Handler = ({ store }, { query }) => {
  const page = readListWindow(query);
  const found = findCarts(store, query);
  return {
    kind: 'list',
    list: {
      count: found.length,
      page,
      rows: (start, end) => found.slice(start, end).map(cartHeader),
    },
  };
};

/** GET: "Order session detail". */
const readCart: Handler = ({ store }, { ids }) => ({
  kind: 'cart',
  cart: cartWithLines(store.cart(ids.cartId)),
});

/** PATCH: "Update an order session". */
const updateCart: Handler = ({ store }, { ids, body }) => {
  const cart = store.cart(ids.cartId);
  const sent = readObject(body);
  if ('external_id' in sent) cart.external_id = text.parse(sent['external_id']);
  if ('project_id' in sent) cart.project_id = text.parse(sent['project_id']);
  return { kind: 'cart', cart: cartWithLines(cart) };
};

/** DELETE: "Deletes an order session and all its associated order lines"; not once they have been ordered. */
const deleteCart: Handler = ({ store }, { ids }) => {
  const cart = store.cart(ids.cartId);
  if (cart.state !== 'created' || !cart.lines.every((line) => isDraft(asOrderLine(line)))) throw notADraft();
  store.removeCart(cart.id);
  return { kind: 'nothing' };
};

/** PATCH: "Confirming the Order Session". */
const confirmCart: Handler = ({ store, clock, confirmations }, { ids }) => {
  const cart = store.cart(ids.cartId);
  const now = clock.now();
  const { refusal, lines } = cartReadiness(asCart(cart), toFrenchDay(now));
  if (refusal === 'not-draft') throw notADraft();
  if (refusal === 'no-lines')
    throw invalid([{ path: ['product_order_item'], message: 'This list may not be empty.' }]);
  if (refusal !== null)
    throw invalid(lines.flatMap(({ blocking }, index) => complaintsAbout(index, blocking)));
  confirmations.confirm(cart, now);
  return { kind: 'confirmed', cart: cartWithLines(cart) };
};

function complaintsAbout(lineIndex: number, issues: readonly LineIssue[]): FieldMessage[] {
  return issues.map(({ key, code }) => ({
    path: ['product_order_item', lineIndex, ...readPropertyPath(key)],
    message: MESSAGES[code] ?? 'Enter a valid value.',
  }));
}

const MESSAGES: Readonly<Record<string, string>> = {
  required: 'This field is required.',
  'required-for-cpe': 'This field is required with option 7021.',
  'empty-without-cpe': 'This field must be empty without option 7021.',
};

/** By the names of the contract's operations. */
export const cartHandlers = { createCart, listCarts, readCart, updateCart, deleteCart, confirmCart };
