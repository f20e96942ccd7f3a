import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readableLines, readCart, readCartHeader, type Cart, type CartHeader } from '~/contract/cart';
import { readableRows, readListPage } from '~/contract/list-envelope';
import { listRequestQuery, type CartListQuery } from '~/contract/list-query';
import { cartStanding, isSettled, type CartStanding } from '~/domain/cart-lifecycle';
import { isOlderReading, showsConfirmed } from '~/domain/confirmation-proof';
import { isDecided, isDraft } from '~/domain/order-line-lifecycle';
import { nextAfterlookDelay, nextReadingDelay } from '~/domain/watching-pace';
import { isApiError } from './api-error';
import { callApi, readWith } from './fetch-client';
import { toBrowserPage } from './browser-paging';
import { endConfirmation, pendingConfirmation } from './pending-confirmations';
import { queryKeys, refreshAfter } from './refresh-table';

/** A cart as read, with its state and where that is from; the dates are the list's where the detail has none. */
export interface CartReading {
  readonly cart: Cart;
  readonly standing: CartStanding;
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

/** `before` is the reading that is shown: one that is older in content, though it arrives later, does not replace it. */
async function fetchCart(cartId: string, before?: CartReading, signal?: AbortSignal): Promise<CartReading> {
  const reading = await fetchLatest(cartId, signal);
  const isOlder =
    before !== undefined &&
    (isOlderReading(reading.cart, before.cart) ||
      (before.standing.state !== 'created' && reading.standing.state === 'created'));
  return isOlder ? before : reading;
}

async function fetchLatest(cartId: string, signal?: AbortSignal): Promise<CartReading> {
  const reading = await withStanding(await fetchDetail(cartId, signal), signal);
  const { cart, standing } = reading;
  // The row is read after the lines: what it calls settled they may not show yet, and nobody would ask again.
  const isBehind =
    standing.source === 'list' && isSettled(standing.state) && !readableLines(cart).every(isDecided);
  return isBehind ? { ...reading, cart: await fetchDetail(cartId, signal) } : reading;
}

/** Reads a cart's detail alone; throws an ApiError. */
export async function fetchDetail(cartId: string, signal?: AbortSignal): Promise<Cart> {
  return readWith(await callApi('readCart', { ids: { cartId }, ...(signal ? { signal } : {}) }), readCart);
}

/**
 * The detail of a cart promises no state: once its lines have moved on, or while its confirmation is open, the cart's row
 * in the list is asked for it. A reading that proves the confirmation ends the record of it.
 */
export async function withStanding(cart: Cart, signal?: AbortSignal): Promise<CartReading> {
  const pending = pendingConfirmation(cart.id);
  const mayHaveMoved = pending !== null || !readableLines(cart).every(isDraft);
  const needsRow = cart.state === '' && mayHaveMoved;
  const header = needsRow ? await fetchHeader(cart, signal) : null;
  const standing = cartStanding(cart, header ?? undefined);
  if (pending && showsConfirmed(cart, standing, pending.changesBefore)) endConfirmation(cart.id);
  return { cart, header, standing };
}

/** Finds a cart's row by its references, for the list has no filter by id; null when that does not find it. */
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

/** Whether the API still has to say what became of the cart; a derived state is believed once every line is decided. */
export function isUnderWay({ cart, standing }: CartReading): boolean {
  if (standing.state === 'created') return false;
  if (standing.source !== 'derived') return !isSettled(standing.state);
  return !readableLines(cart).every(isDecided);
}

/** When watching began, per cart: the first reading in this page's life that found it under way. */
const watchedSince = new Map<string, number>();
/** When a watched cart was first found settled. */
const settledSince = new Map<string, number>();

/** Watching begins anew: the pace is quick again. */
export function watchAnew(cartId: string): void {
  watchedSince.delete(cartId);
  settledSince.delete(cartId);
}

/** Milliseconds until a cart is read again by itself; false when it is not. */
function watchingInterval(reading: CartReading | undefined): number | false {
  if (!reading) return false;
  const cartId = reading.cart.id;
  if (isUnderWay(reading)) return nextReadingDelay(sinceFirst(watchedSince, cartId)) ?? false;
  const wasWatched = watchedSince.has(cartId) && reading.standing.state !== 'created';
  return (wasWatched && nextAfterlookDelay(sinceFirst(settledSince, cartId))) || false;
}

/** Milliseconds since a cart was first asked about. */
function sinceFirst(since: Map<string, number>, cartId: string): number {
  const first = since.get(cartId) ?? Date.now();
  since.set(cartId, first);
  return Date.now() - first;
}

/** Whether a cart goes on being read by itself while somebody looks at it. */
export function isStillRead(reading: CartReading): boolean {
  return watchingInterval(reading) !== false;
}

/** What the operator writes of a cart's lines, to compare two readings by. */
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
  /** A cart with its lines; read again at a slowing pace while it is under way and the page is visible. */
  detail: (cartId: string) =>
    queryOptions({
      queryKey: queryKeys.cart(cartId),
      queryFn: async ({ client, queryKey, signal }) => {
        const before = client.getQueryData<CartReading>(queryKey);
        const reading = await fetchCart(cartId, before, signal);
        // What a list or a line's page still shows of it is older.
        if (before && progressOf(before) !== progressOf(reading))
          refreshAfter(client, 'cartMovedOn', { cartId });
        return reading;
      },
      refetchInterval: (query) => watchingInterval(query.state.data),
    }),
};
