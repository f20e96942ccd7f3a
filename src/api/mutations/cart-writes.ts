import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Cart, CartHeader, CartValues } from '~/contract/cart';
import { toolReference } from '~/domain/carts/tool-reference';
import { deleteCart, updateCart } from '~/api/write/carts/change-cart';
import { useVerification } from '~/api/write/use-verification';
import { restartPolling, withStatus } from '~/api/read/carts';
import { confirmCart, type ConfirmOutcome, type ReviewedCart } from '~/api/write/carts/confirm-cart';
import { createCart } from '~/api/write/carts/create-cart';
import { withTabLock, singleFlight } from '~/api/write/tab-lock';
import { orphanCreations } from '~/api/records/creations';
import { randomId } from '~/api/transport/random-id';
import { queryKeys, refreshAfter } from '~/api/transport/query-keys';

const creations = new Map<string, Promise<CartHeader>>();

/**
 * Creates a cart; gives its header. Where no reference is given the cart gets one of the desk's own. Every try
 * of this screen uses the same one, so that the cart can be found again.
 */
export function useCreateCart() {
  const client = useQueryClient();
  const [ownReference] = useState(() => toolReference(randomId()));
  useEffect(() => () => orphanCreations('cart'), []);
  const [checkingSince, whileChecking] = useVerification();
  const mutation = useMutation({
    mutationFn: ({ external_id, project_id }: CartValues) => {
      const values = { external_id: external_id || ownReference, project_id };
      // The second click of a double click asks for the same.
      return singleFlight(creations, JSON.stringify(values), () =>
        withTabLock('cart:new', () => createCart(values, whileChecking)),
      );
    },
    onSettled: () => refreshAfter(client, 'createCart', { cartId: '' }),
  });
  return { ...mutation, checkingSince };
}

/**
 * Changes the given references of a cart that was shown as `base`. Gives the cart as the API has it then. A reading decides where the answer does
 * not.
 */
export function useUpdateCart(base: Cart) {
  const cartId = base.id;
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useVerification();
  const mutation = useMutation({
    mutationFn: (values: Partial<CartValues>) =>
      withTabLock(`cart:${cartId}`, () => updateCart(base, values, whileChecking)),
    onSettled: () => refreshAfter(client, 'updateCart', { cartId }),
  });
  return { ...mutation, checkingSince };
}

const deletions = new Map<string, Promise<void>>();

/** Deletes a cart with the lines that were shown. A cart that is already gone counts as deleted. */
export function useDeleteCart() {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useVerification();
  const mutation = useMutation({
    mutationFn: (shown: Cart) =>
      singleFlight(deletions, shown.id, () =>
        withTabLock(`cart:${shown.id}`, () => deleteCart(shown, whileChecking)),
      ),
    onSuccess: (_, { id }) => client.removeQueries({ queryKey: queryKeys.cart(id) }),
    // After a refusal or an unknown effect the cart is read again.
    onError: (_, { id }) => client.invalidateQueries({ queryKey: queryKeys.cart(id) }),
    onSettled: (_data, _error, { id }) => refreshAfter(client, 'deleteCart', { cartId: id }),
  });
  return { ...mutation, checkingSince };
}

/**
 * Confirms a cart as it was reviewed, once; see confirmCart for the outcomes. A cart that has changed since becomes the
 * shown reading.
 */
export function useConfirmCart(cartId: string) {
  const client = useQueryClient();
  const show = async (cart: Cart) => {
    // A reading that left earlier must not arrive after this one.
    await client.cancelQueries({ queryKey: queryKeys.cart(cartId) });
    client.setQueryData(queryKeys.cart(cartId), await withStatus(cart));
  };
  return useMutation({
    mutationFn: (reviewed: ReviewedCart): Promise<ConfirmOutcome> =>
      singleFlight(confirmations, cartId, async () => {
        const outcome = await confirmCart(reviewed);
        if (outcome.kind === 'placed') restartPolling(cartId);
        if ('cart' in outcome) await show(outcome.cart);
        return outcome;
      }),
    onSettled: () => refreshAfter(client, 'confirmCart', { cartId }),
  });
}

const confirmations = new Map<string, Promise<ConfirmOutcome>>();
