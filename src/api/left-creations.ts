import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isWireObject, text } from '~/contract/scalars';
import { ApiError } from './api-error';
import { findCreatedCarts } from './create-cart';
import { findCreatedLines } from './create-line';
import { expectLateCart } from './late-carts';
import { endCreation, type PendingCreation } from './pending-creations';
import { lookForCreated } from './prove-write';
import { queryKeys, refreshAfter } from './refresh-table';
import { settle } from './write';

/** What became of a creation that an earlier page left unproved: the ids of what it made, none when it made nothing. */
export interface LeftCreation {
  /** Null while that is being found out, or when it could not be. */
  readonly ids: readonly string[] | null;
  readonly isChecking: boolean;
  readonly checkAgain: () => void;
  /** A person has seen it: it is not shown any more. */
  readonly forget: () => void;
}

/** Finds out what became of a creation: from the gateway first, which may know, else by looking for it. */
export function useLeftCreation(pending: PendingCreation): LeftCreation {
  const client = useQueryClient();
  const { attemptId } = pending;
  const { data, isFetching, refetch } = useQuery({
    queryKey: queryKeys.leftCreation(attemptId),
    queryFn: () => findOut(pending),
    staleTime: Infinity,
    retry: false,
  });
  return {
    ids: data ?? null,
    isChecking: isFetching,
    checkAgain: () => void refetch(),
    forget: () => {
      endCreation(attemptId);
      if (pending.kind === 'cart') refreshAfter(client, 'createCart', { cartId: '' });
      else refreshAfter(client, 'createLine', { cartId: pending.cartId });
    },
  };
}

async function findOut(pending: PendingCreation): Promise<readonly string[]> {
  const unheard = new ApiError({ kind: 'unreachable', acted: 'unknown' });
  const outcome = await settle(pending.attemptId, unheard);
  if (outcome.kind === 'not-sent' || outcome.kind === 'refused') return [];
  if (outcome.kind === 'done' && isWireObject(outcome.answer.body)) {
    const id = text.parse(outcome.answer.body['id']);
    if (id !== '') return [id];
  }
  const found = await lookForCreated(pending.since, () =>
    pending.kind === 'cart' ? findCreatedCarts(pending) : findCreatedLines(pending),
  );
  if (found === null) throw unheard;
  if (found.length === 0 && pending.kind === 'cart') expectLateCart(pending.reference, pending.before);
  return found.map(({ id }) => id);
}
