import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { nextCheckDelay } from '~/domain/watching-pace';
import { cartQueries } from './carts';
import { postToGateway, refusedByGateway } from './gateway-calls';
import { endConfirmation, type PendingConfirmation } from './pending-confirmations';
import { queryKeys } from './refresh-table';

/** Two readings that agree count only when they are this far apart, in milliseconds. */
const APART = 30_000;

/** Where the proof of a confirmation stands. A reading that shows it carried out ends the record, and so this. */
export interface ConfirmationCheck {
  /** Nobody knows yet; or it was not carried out, as far as the API shows. */
  readonly kind: 'checking' | 'not-placed';
  /** Gives the cart free for a new review; not before it is `not-placed`. */
  readonly lift: () => void;
  readonly isLifting: boolean;
  readonly liftError: Error | null;
}

/**
 * Reads a cart whose confirmation was left open, more slowly with time, as long as it may still be carried out. When it is
 * past that, and two readings half a minute apart have shown nothing but drafts, a person may look at the cart anew.
 */
export function useConfirmationCheck(cartId: string, pending: PendingConfirmation): ConfirmationCheck {
  const client = useQueryClient();
  const { since, until } = pending;
  const [firstReadAt, setFirstReadAt] = useState<number | null>(null);
  const isProvedAt = (readAt: number) =>
    firstReadAt !== null && readAt >= until && readAt - firstReadAt >= APART;
  const { dataUpdatedAt } = useQuery({
    ...cartQueries.detail(cartId),
    refetchInterval: ({ state }) =>
      isProvedAt(state.dataUpdatedAt) ? false : nextCheckDelay(Date.now() - since),
  });
  if (firstReadAt === null && dataUpdatedAt > since) setFirstReadAt(dataUpdatedAt);

  // Its end may have been seen by another tab alone.
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: queryKeys.cart(cartId) }),
    [client, cartId],
  );

  const lifting = useMutation({
    mutationFn: async () => {
      const { status, body } = await postToGateway('/gw/confirm-latches/lift', { cart: cartId });
      if (status !== 204) throw refusedByGateway(status, body);
      endConfirmation(cartId);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.cart(cartId) }),
  });
  return {
    kind: isProvedAt(dataUpdatedAt) ? 'not-placed' : 'checking',
    lift: () => lifting.mutate(),
    isLifting: lifting.isPending,
    liftError: lifting.error,
  };
}
