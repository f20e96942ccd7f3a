import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readableLines, readCart, readCartHeader, type Cart, type CartHeader } from '~/contract/cart';
import { readableRows, readListPage } from '~/contract/list-envelope';
import { listRequestQuery, type CartListQuery } from '~/contract/list-query';
import { cartStatus, isSettled, type CartStatus } from '~/domain/lifecycles/cart-lifecycle';
import { isOlderReading, showsConfirmed } from '~/domain/carts/confirmation-proof';
import { isDecided, isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { nextPostSettledDelay, nextReadingDelay } from '~/domain/carts/polling-schedule';
import { isApiError } from '~/api/transport/api-error';
import { callApi, readWith } from '~/api/transport/fetch-client';
import { toBrowserPage } from '~/api/transport/browser-paging';
import { noteCartLock } from '~/api/records/cart-lock-headers';
import { cartLock } from '~/api/records/cart-locks';
import { noteOpenBatches } from '~/api/records/open-batches';
import { advanceOrder, isOpenOrder, orderOf, ordersReady, unfollowOrder } from '~/api/records/orders';
import { queryKeys, refreshAfter } from '~/api/transport/query-keys';

/** A cart as read, with its state and the source of that state. The list gives the dates where the detail has none. */
export interface CartReading {
  readonly cart: Cart;
  readonly status: CartStatus;
  readonly header: CartHeader | null;
}

/** Reads a page of the list of carts; throws an ApiError. */
export async function fetchCartPage(query: CartListQuery, signal?: AbortSignal) {
  const answer = await callApi('listCarts', {
    query: listRequestQuery(query),
    ...(signal ? { signal } : {}),
  });
  return readWith(answer, (body) => toBrowserPage(readListPage(body, answer.headers, readCartHeader), query));
}

/** `before` is the shown reading. A reading with older content that arrives later does not replace it. */
async function fetchCart(cartId: string, before?: CartReading, signal?: AbortSignal): Promise<CartReading> {
  const reading = await fetchLatest(cartId, signal);
  const isOlder =
    before !== undefined &&
    (isOlderReading(reading.cart, before.cart) ||
      (before.status.state !== 'created' && reading.status.state === 'created'));
  if (isOlder) return before;
  // A draft without an open confirmation was not placed, so there is nothing to follow.
  if (reading.status.state === 'created' && orderOf(cartId)?.state === 'under-way') unfollowOrder(cartId);
  return reading;
}

async function fetchLatest(cartId: string, signal?: AbortSignal): Promise<CartReading> {
  const reading = await withStatus(await fetchDetail(cartId, signal), signal);
  const { cart, status } = reading;
  // The row is read after the lines. Lines that do not show its settled state yet are read again.
  const isBehind =
    status.source === 'list' && isSettled(status.state) && !readableLines(cart).every(isDecided);
  return isBehind ? { ...reading, cart: await fetchDetail(cartId, signal) } : reading;
}

/** Reads a cart's detail alone; throws an ApiError. */
export async function fetchDetail(cartId: string, signal?: AbortSignal): Promise<Cart> {
  const answer = await callApi('readCart', { ids: { cartId }, ...(signal ? { signal } : {}) });
  noteCartLock(cartId, answer.headers);
  noteOpenBatches(cartId, answer.headers);
  return readWith(answer, readCart);
}

/**
 * The detail of a cart promises no state. The cart's row in the list gives it once its lines have moved on, or while
 * its confirmation is open. A reading that proves the order placed moves its record on.
 */
export async function withStatus(cart: Cart, signal?: AbortSignal): Promise<CartReading> {
  await ordersReady();
  const order = orderOf(cart.id);
  const isOpen = isOpenOrder(order) || cartLock(cart.id) !== null;
  const mayHaveMoved = isOpen || !readableLines(cart).every(isDraft);
  const needsRow = cart.state === '' && mayHaveMoved;
  const header = needsRow ? await fetchHeader(cart, signal) : null;
  const status = cartStatus(cart, header ?? undefined);
  // The gateway lets one confirmation of a cart through at a time: with another's lock, the own one is over.
  const lock = cartLock(cart.id);
  if (order?.mark && lock && lock.mark !== order.mark) advanceOrder(cart.id, 'not-placed');
  if (order && isOpenOrder(orderOf(cart.id)) && showsConfirmed(cart, status, order.changesBefore))
    advanceOrder(cart.id, 'under-way');
  return { cart, header, status };
}

/** Finds a cart's row by its references, for the list has no filter by id; null when no row matches. */
async function fetchHeader(cart: Cart, signal?: AbortSignal): Promise<CartHeader | null> {
  const { external_id, project_id } = cart;
  if (external_id === '' && project_id === '') return null;
  const filters = { ...(external_id ? { external_id } : {}), ...(project_id ? { project_id } : {}) };
  try {
    const page = await fetchCartPage({ filters, page: 1, pageSize: 50 }, signal);
    return readableRows(page.rows).find(({ id }) => id === cart.id) ?? null;
  } catch (error) {
    // The state can be derived; a list that fails must not hide the cart.
    if (isApiError(error)) return null;
    throw error;
  }
}

/** Whether the API has still to decide on the cart. A derived state counts once every line is decided. */
export function isUnderWay({ cart, status }: CartReading): boolean {
  if (status.state === 'created') return false;
  if (status.source !== 'derived') return !isSettled(status.state);
  return !readableLines(cart).every(isDecided);
}

/** When watching began, per cart: the first reading in this page's life that found it under way. */
const watchedSince = new Map<string, number>();
/** When a watched cart was first found settled. */
const settledSince = new Map<string, number>();

/** Watching begins anew: the pace is quick again. */
export function restartPolling(cartId: string): void {
  watchedSince.delete(cartId);
  settledSince.delete(cartId);
}

/** Milliseconds until a cart is read again by itself; false when it is not. */
function watchingInterval(reading: CartReading | undefined): number | false {
  if (!reading) return false;
  const cartId = reading.cart.id;
  if (isUnderWay(reading)) return nextReadingDelay(sinceFirst(watchedSince, cartId)) ?? false;
  const wasWatched = watchedSince.has(cartId) && reading.status.state !== 'created';
  return (wasWatched && nextPostSettledDelay(sinceFirst(settledSince, cartId))) || false;
}

/** Milliseconds since a cart was first asked about. */
function sinceFirst(since: Map<string, number>, cartId: string): number {
  const first = since.get(cartId) ?? Date.now();
  since.set(cartId, first);
  return Date.now() - first;
}

/** Whether a visible page goes on reading the cart by itself. */
export function isPolled(reading: CartReading): boolean {
  return watchingInterval(reading) !== false;
}

/** The operator's part of a cart's lines, to compare two readings. */
function progressOf({ cart }: CartReading): string {
  const lines = readableLines(cart);
  return JSON.stringify(lines.map(({ id, state, cancellation_date }) => [id, state, cancellation_date]));
}

export const cartQueries = {
  /** A page of the list of carts. */
  list: (query: CartListQuery) =>
    queryOptions({
      queryKey: [...queryKeys.cartLists, query],
      queryFn: ({ signal }) => fetchCartPage(query, signal),
      placeholderData: keepPreviousData,
      structuralSharing: false,
    }),
  /** A cart with its lines; polled at a slowing pace while it is under way and the page is visible. */
  detail: (cartId: string) =>
    queryOptions({
      queryKey: queryKeys.cart(cartId),
      queryFn: async ({ client, queryKey, signal }) => {
        const before = client.getQueryData<CartReading>(queryKey);
        const reading = await fetchCart(cartId, before, signal);
        // Lists and line pages show an older state.
        if (before && progressOf(before) !== progressOf(reading))
          refreshAfter(client, 'cartMovedOn', { cartId });
        return reading;
      },
      refetchInterval: (query) => watchingInterval(query.state.data),
    }),
};
