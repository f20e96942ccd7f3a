import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Cart, CartHeader, CartValues } from '~/contract/cart';
import { toolReference } from '~/domain/tool-reference';
import { deleteCart, updateCart } from './change-cart';
import { useChecking } from './checking';
import { watchAnew, withStanding } from './carts';
import { confirmCart, type ConfirmOutcome } from './confirm-cart';
import { createCart } from './create-cart';
import { oneAtATime, onlyOnce } from './one-at-a-time';
import { leaveCreations } from './pending-creations';
import { randomId } from './random-id';
import { queryKeys, refreshAfter } from './refresh-table';

const creations = new Map<string, Promise<CartHeader>>();

/**
 * Creates a cart; gives its header. Where no reference is given it gets one of the desk's own, the same for every try of
 * this screen, by which it can be found again.
 */
export function useCreateCart() {
  const client = useQueryClient();
  const [ownReference] = useState(() => toolReference(randomId()));
  useEffect(() => () => leaveCreations('cart'), []);
  const [checkingSince, whileChecking] = useChecking();
  const mutation = useMutation({
    mutationFn: ({ external_id, project_id }: CartValues) => {
      const values = { external_id: external_id || ownReference, project_id };
      // The second click of a double click asks for the very same.
      return onlyOnce(creations, JSON.stringify(values), () =>
        oneAtATime('cart:new', () => createCart(values, whileChecking)),
      );
    },
    onSettled: () => refreshAfter(client, 'createCart', { cartId: '' }),
  });
  return { ...mutation, checkingSince };
}

/**
 * Changes a cart's references: the given ones, and no others; gives the cart as it is then, which may be other than what
 * was sent. Where the answer leaves it open, a reading decides.
 */
export function useUpdateCart(cartId: string) {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useChecking();
  const mutation = useMutation({
    mutationFn: (values: Partial<CartValues>) =>
      oneAtATime(`cart:${cartId}`, () => updateCart(cartId, values, whileChecking)),
    onSettled: () => refreshAfter(client, 'updateCart', { cartId }),
  });
  return { ...mutation, checkingSince };
}

const deletions = new Map<string, Promise<void>>();

/** Deletes a cart with its lines. A cart that is already gone counts as deleted; the gateway keeps what is no draft. */
export function useDeleteCart() {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useChecking();
  const mutation = useMutation({
    mutationFn: (cartId: string) =>
      onlyOnce(deletions, cartId, () =>
        oneAtATime(`cart:${cartId}`, () => deleteCart(cartId, whileChecking)),
      ),
    onSuccess: (_, cartId) => client.removeQueries({ queryKey: queryKeys.cart(cartId) }),
    // Refused or unclear: what the cart is now has to be read.
    onError: (_, cartId) => client.invalidateQueries({ queryKey: queryKeys.cart(cartId) }),
    onSettled: (_data, _error, cartId) => refreshAfter(client, 'deleteCart', { cartId }),
  });
  return { ...mutation, checkingSince };
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
        const outcome = await confirmCart(reviewed);
        if (outcome.kind === 'placed') watchAnew(cartId);
        if ('cart' in outcome) await show(outcome.cart);
        return outcome;
      }),
    onSettled: () => refreshAfter(client, 'confirmCart', { cartId }),
  });
}

const confirmations = new Map<string, Promise<ConfirmOutcome>>();
