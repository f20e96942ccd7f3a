import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readableLines, readCart, readCartHeader, writeCartValues, type CartValues } from '~/contract/cart';
import { isDraft } from '~/domain/order-line-lifecycle';
import { isApiError } from './api-error';
import { watchAnew, withStanding } from './carts';
import { callApi, readWith } from './fetch-client';
import { beginConfirmation, endConfirmation } from './pending-confirmations';
import { queryKeys, refreshAfter } from './refresh-table';

/** Creates a cart; gives its header. */
export function useCreateCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (values: CartValues) =>
      readWith(await callApi('createCart', { body: writeCartValues(values) }), readCartHeader),
    onSettled: () => refreshAfter(client, 'createCart', { cartId: '' }),
  });
}

/** Changes a cart's references: the given ones, and no others. */
export function useUpdateCart(cartId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (values: Partial<CartValues>) =>
      readWith(await callApi('updateCart', { ids: { cartId }, body: writeCartValues(values) }), readCart),
    onSettled: () => refreshAfter(client, 'updateCart', { cartId }),
  });
}

/** Deletes a cart with its lines. A cart that is already gone counts as deleted. */
export function useDeleteCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (cartId: string) => {
      try {
        await callApi('deleteCart', { ids: { cartId } });
      } catch (error) {
        if (!isApiError(error) || error.kind !== 'not-found') throw error;
      }
    },
    onSuccess: (_, cartId) => client.removeQueries({ queryKey: queryKeys.cart(cartId) }),
    // Refused or unclear: what the cart is now has to be read.
    onError: (_, cartId) => client.invalidateQueries({ queryKey: queryKeys.cart(cartId) }),
    onSettled: (_data, _error, cartId) => refreshAfter(client, 'deleteCart', { cartId }),
  });
}

/** What is known after "Place the order" was clicked. */
export type ConfirmOutcome = 'placed' | 'checking';

/**
 * Confirms a cart, once. An answer that leaves open whether the orders were placed is no failure: the outcome is then
 * "checking", and reading the cart again decides. Throws an ApiError when it is proved that nothing was placed.
 */
export function useConfirmCart(cartId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<ConfirmOutcome> => {
      beginConfirmation(cartId);
      try {
        const answer = await callApi('confirmCart', { ids: { cartId } });
        const cart = readWith(answer, readCart);
        watchAnew(cartId);
        client.setQueryData(queryKeys.cart(cartId), await withStanding(cart));
        if (readableLines(cart).every(isDraft)) return 'checking';
        endConfirmation(cartId);
        return 'placed';
      } catch (error) {
        if (isApiError(error) && error.acted === 'unknown') return 'checking';
        endConfirmation(cartId);
        throw error;
      }
    },
    onSettled: () => refreshAfter(client, 'confirmCart', { cartId }),
  });
}
