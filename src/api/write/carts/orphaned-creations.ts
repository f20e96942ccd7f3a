import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { isWireObject, text } from '~/contract/scalars';
import { ApiError } from '~/api/transport/api-error';
import { findCreatedCarts } from './create-cart';
import { findCreatedLines } from './create-line';
import { endCreation, type PendingCreation } from '~/api/records/creations';
import { serverTime } from '~/api/session/server-time';
import { notSending } from '~/api/write/tab-lock';
import { readUntilShown } from '~/api/write/verify-write';
import { queryKeys, refreshAfter } from '~/api/transport/query-keys';
import { resolveKey } from '~/api/write/write';

/** The outcome of a creation that an earlier page left unproved. */
export interface OrphanedCreation {
  /** The ids that it made; null while that is unknown. */
  readonly ids: readonly string[] | null;
  readonly isChecking: boolean;
  readonly checkAgain: () => void;
  /** Ends the notice of it. */
  readonly forget: () => void;
}

/** Finds the outcome of a creation: from the gateway, else by looking for its result. */
export function useOrphanedCreation(pending: PendingCreation): OrphanedCreation {
  const client = useQueryClient();
  const { idempotencyKey } = pending;
  const { data, isFetching, refetch } = useQuery({
    queryKey: queryKeys.orphanedCreation(idempotencyKey),
    queryFn: () => findOut(pending, client),
    staleTime: Infinity,
    retry: false,
  });
  return {
    ids: data ?? null,
    isChecking: isFetching,
    checkAgain: () => void refetch(),
    forget: () => {
      endCreation(idempotencyKey);
      if (pending.kind === 'cart') refreshAfter(client, 'createCart', { cartId: '' });
      else refreshAfter(client, 'createLine', { cartId: pending.cartId });
    },
  };
}

async function findOut(pending: PendingCreation, client: QueryClient): Promise<readonly string[]> {
  const { idempotencyKey, since } = pending;
  const unanswered = new ApiError({ kind: 'unreachable', effect: 'unknown' });
  // Another tab may be sending it: its key must not be voided.
  await notSending(idempotencyKey);
  const outcome = await resolveKey(idempotencyKey, unanswered);
  if (outcome.kind === 'not-sent' || outcome.kind === 'refused') return [];
  if (outcome.kind === 'done' && isWireObject(outcome.answer.body)) {
    const id = text.parse(outcome.answer.body['id']);
    if (id !== '') return [id];
  }
  const found = await readUntilShown<readonly { readonly id: string }[]>(
    performance.now() - Math.max(0, (await serverTime()) - since),
    () => (pending.kind === 'cart' ? findCreatedCarts(pending, client) : findCreatedLines(pending)),
    (candidates) => candidates.length > 0,
  );
  if (found === null) throw unanswered;
  return found.map(({ id }) => id);
}
