import type { CartHeader } from '~/contract/cart';
import { fetchCartPage } from './carts';

/** The carts of exactly a reference, for the API may find more by a part of it; throws an ApiError. */
export async function fetchCartsOf(reference: string, signal?: AbortSignal): Promise<CartHeader[]> {
  const query = { filters: { external_id: reference }, page: 1, pageSize: 50 };
  const { rows } = await fetchCartPage(query, signal);
  return rows.flatMap((row) => (row.ok && row.value.external_id === reference ? [row.value] : []));
}
