import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readCart, readCartHeader, writeCartValues, type Cart, type CartValues } from '~/contract/cart';
import { isApiError } from './api-error';
import { watchAnew, withStanding } from './carts';
import { confirmCart, type ConfirmOutcome } from './confirm-cart';
import { readWith } from './fetch-client';
import { onlyOnce } from './one-at-a-time';
import { queryKeys, refreshAfter } from './refresh-table';
import { answerOf, write } from './write';

/** Creates a cart; gives its header. */
export function useCreateCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (values: CartValues) =>
      readWith(answerOf(await write('createCart', { body: writeCartValues(values) })), readCartHeader),
    onSettled: () => refreshAfter(client, 'createCart', { cartId: '' }),
  });
}

/** Changes a cart's references: the given ones, and no others. */
export function useUpdateCart(cartId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (values: Partial<CartValues>) =>
      readWith(
        answerOf(await write('updateCart', { ids: { cartId }, body: writeCartValues(values) })),
        readCart,
      ),
    onSettled: () => refreshAfter(client, 'updateCart', { cartId }),
  });
}

/** Deletes a cart with its lines. A cart that is already gone counts as deleted. */
export function useDeleteCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (cartId: string) => {
      try {
        answerOf(await write('deleteCart', { ids: { cartId } }));
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

/**
 * Confirms a cart as it was reviewed, once; see confirmCart for the outcomes. A cart that is not what was reviewed any
 * more becomes the reading that is shown.
 */
export function useConfirmCart(cartId: string) {
  const client = useQueryClient();
  const show = async (cart: Cart) => {
    // A reading that left earlier must not arrive after this one.
    await client.cancelQueries({ queryKey: queryKeys.cart(cartId) });
    client.setQueryData(queryKeys.cart(cartId), await withStanding(cart));
  };
  return useMutation({
    mutationFn: (reviewed: Cart): Promise<ConfirmOutcome> =>
      onlyOnce(confirmations, cartId, async () => {
        const outcome = await confirmCart(reviewed, show);
        if (outcome.kind === 'placed') watchAnew(cartId);
        if (outcome.kind !== 'checking') await show(outcome.cart);
        return outcome;
      }),
    onSettled: () => refreshAfter(client, 'confirmCart', { cartId }),
  });
}

const confirmations = new Map<string, Promise<ConfirmOutcome>>();
