import type { CartHeader } from '~/contract/cart';
import { readableRows } from '~/contract/list-envelope';
import { isSameText } from '~/domain/fields/same-text';
import { fetchCartPage } from './carts';

/**
 * The carts of exactly a reference, for the API may find more by a part of it; throws an ApiError. A reference with
 * decomposed accents is asked for in both forms: the API may have stored either.
 */
export async function fetchCartsOf(reference: string, signal?: AbortSignal): Promise<CartHeader[]> {
  const pages = await Promise.all(
    [...new Set([reference, reference.normalize()])].map((external_id) =>
      fetchCartPage({ filters: { external_id }, page: 1, pageSize: 50 }, signal),
    ),
  );
  const carts = pages
    .flatMap(({ rows }) => readableRows(rows))
    .filter(({ external_id }) => isSameText(external_id, reference));
  return [...new Map(carts.map((cart) => [cart.id, cart])).values()];
}
