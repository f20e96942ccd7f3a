import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { nextCheckDelay } from '~/domain/carts/polling-schedule';
import { cartQueries } from '~/api/read/carts';
import { ApiError } from '~/api/transport/api-error';
import { postToGateway, refusedByGateway } from '~/api/transport/gateway-calls';
import {
  advanceOrder,
  forgetOrder,
  isOpenOrder,
  isOrphanedOrder,
  orderOf,
  useOrders,
} from '~/api/records/orders';
import { queryKeys } from '~/api/transport/query-keys';
import type { OpenConfirmation } from './open-confirmation';
import { notSending } from '~/api/write/tab-lock';
import { resolveKey } from '~/api/write/write';

/** Two readings that agree count only when they are this far apart, in milliseconds. */
const APART = 30_000;

/** The proof of a confirmation. A reading that shows it carried out moves the order's record on. */
export interface ConfirmationCheck {
  /** `not-placed`: it was not carried out, as far as the API shows. */
  readonly kind: 'checking' | 'not-placed';
  /** Frees the cart for a new review, after `not-placed`. */
  readonly lift: () => void;
  readonly isLifting: boolean;
  readonly liftError: Error | null;
}

/**
 * Reads a cart with an open confirmation, more and more slowly, as long as it may still be carried out. After that, two
 * readings half a minute apart that show only drafts let a person review the cart anew.
 */
export function useConfirmationCheck(cartId: string, { since, until }: OpenConfirmation): ConfirmationCheck {
  const client = useQueryClient();
  const [firstReadAt, setFirstReadAt] = useState<number | null>(null);
  const isProvedAt = (readAt: number) =>
    firstReadAt !== null && readAt >= until && readAt - firstReadAt >= APART;
  const { dataUpdatedAt } = useQuery({
    ...cartQueries.detail(cartId),
    refetchInterval: ({ state }) =>
      isProvedAt(state.dataUpdatedAt) ? false : nextCheckDelay(Date.now() - since),
  });
  if (firstReadAt === null && dataUpdatedAt > since) setFirstReadAt(dataUpdatedAt);

  const lifting = useMutation({
    mutationFn: async () => {
      const { status, body } = await postToGateway('/gw/confirmation-locks/lift', { cart: cartId });
      if (status !== 204) throw refusedByGateway(status, body);
      forgetOrder(cartId);
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

/**
 * Asks the gateway for the outcome of the orders that an earlier page left open. A confirmation that never arrived is
 * proved not placed at once. The readings of its cart decide every other one.
 */
export function useOrderRecovery(): void {
  const client = useQueryClient();
  const open = Object.values(useOrders()).filter(isOrphanedOrder);
  const keys = open.map(({ idempotencyKey }) => idempotencyKey).toSorted();
  useQuery({
    queryKey: queryKeys.orderRecovery(keys),
    queryFn: async () => {
      await Promise.all(open.map(({ cartId, idempotencyKey }) => recover(cartId, idempotencyKey)));
      for (const { cartId } of open) void client.invalidateQueries({ queryKey: queryKeys.cart(cartId) });
      return keys;
    },
    enabled: keys.length > 0,
    staleTime: Infinity,
    retry: false,
  });
}

async function recover(cartId: string, idempotencyKey: string): Promise<void> {
  // Another tab may be sending it: its key must not be voided.
  await notSending(idempotencyKey);
  const isOpen = () => isOpenOrder(orderOf(cartId)) && orderOf(cartId)?.idempotencyKey === idempotencyKey;
  if (!isOpen()) return;
  const unanswered = new ApiError({ kind: 'unreachable', effect: 'unknown' });
  const outcome = await resolveKey(idempotencyKey, unanswered);
  if (!isOpen()) return;
  const isProved =
    outcome.kind === 'not-sent' || (outcome.kind === 'refused' && outcome.error.status !== 409);
  advanceOrder(cartId, isProved ? 'not-placed' : 'checking');
}
