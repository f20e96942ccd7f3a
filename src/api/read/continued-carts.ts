import { useQuery } from '@tanstack/react-query';
import type { CartHeader } from '~/contract/cart';
import { continuedReference, referenceBefore } from '~/domain/carts/continued-reference';
import { fetchCartsOf } from './carts-by-reference';
import { queryKeys } from '~/api/transport/query-keys';

/** The carts made from the rejected lines of a cart, by their references. */
export interface Continuations {
  readonly carts: readonly CartHeader[];
  /** The next reference that no cart has yet. */
  readonly nextReference: string;
}

/** The search ends after so many carts. */
const AT_MOST = 20;

/** Looks for the carts whose references continue one: CDE-7-R1, CDE-7-R2… until one is free. Only when `isAsked`. */
export function useContinuations(reference: string, isAsked: boolean) {
  return useQuery({
    queryKey: [...queryKeys.cartLists, 'continuing', reference],
    queryFn: ({ signal }) => findContinuations(reference, signal),
    enabled: isAsked && reference.trim() !== '',
  });
}

/** The cart that one continues by its reference; null or undefined when there is none, or it is not known. */
export function useContinuedCart(reference: string): CartHeader | null | undefined {
  const before = referenceBefore(reference);
  return useQuery({
    queryKey: [...queryKeys.cartLists, 'continued', before],
    queryFn: async ({ signal }) =>
      before === null ? null : ((await fetchCartsOf(before, signal))[0] ?? null),
    enabled: before !== null,
  }).data;
}

async function findContinuations(reference: string, signal: AbortSignal): Promise<Continuations> {
  const carts: CartHeader[] = [];
  let nextReference = continuedReference(reference, 'rejected');
  while (carts.length < AT_MOST) {
    // One after the other: the first free name ends the search.
    // oxlint-disable-next-line no-await-in-loop
    const [cart] = await fetchCartsOf(nextReference, signal);
    if (!cart) break;
    carts.push(cart);
    nextReference = continuedReference(nextReference, 'rejected');
  }
  return { carts, nextReference };
}
