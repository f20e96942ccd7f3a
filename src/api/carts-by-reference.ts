import type { CartHeader } from '~/contract/cart';
import { readableRows } from '~/contract/list-envelope';
import { fetchCartPage } from './carts';

/** The carts of exactly a reference, for the API may find more by a part of it; throws an ApiError. */
export async function fetchCartsOf(reference: string, signal?: AbortSignal): Promise<CartHeader[]> {
  const query = { filters: { external_id: reference }, page: 1, pageSize: 50 };
  const { rows } = await fetchCartPage(query, signal);
  return readableRows(rows).filter(({ external_id }) => external_id === reference);
}
