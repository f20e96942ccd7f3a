import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readableLines, type Cart } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import {
  toSnapshot,
  cartDiff,
  completedBy,
  type CartDiff,
  type CartSnapshot,
  type ComparedFields,
} from '~/domain/carts/cart-diff';
import { cartQueries, type CartReading } from './carts';
import { readLineDetails, type DetailProgress } from './read-line-details';
import { queryKeys } from '~/api/transport/query-keys';

/** A cart in full, as its last check before ordering shows it. */
export interface WholeCart {
  readonly reading: CartReading;
  /** The cart with each line as its detail has it: a cart's own answer leaves fields out. */
  readonly cart: Cart;
  /** Lines whose detail failed to load; the screen shows them as the cart's answer has them. */
  readonly partialIds: ReadonlySet<string>;
  readonly at: Date;
}

/** No write makes a review stale: it changes only when it is read again. */
const reviewKey = (cartId: string) => ['carts', 'review', cartId];
const progressKey = (cartId: string) => ['carts', 'review-progress', cartId];

/** Reads a cart, and the detail of each of its lines. Throws an ApiError when the cart cannot be read. */
async function readWholeCart(
  client: QueryClient,
  cartId: string,
  signal: AbortSignal,
  onProgress: (progress: DetailProgress) => void,
): Promise<WholeCart> {
  const reading = await client.query({ ...cartQueries.detail(cartId), staleTime: 0 });
  const ids = readableLines(reading.cart).map(({ id }) => id);
  const details = await readLineDetails(client, ids, signal, onProgress);
  const lines = reading.cart.lines.map((row) => {
    const detail = row.ok ? details.get(row.value.id) : undefined;
    return row.ok && detail ? { ok: true as const, value: completedBy(detail, row.value) } : row;
  });
  const partialIds = ids.filter((id) => !details.has(id));
  return { reading, cart: { ...reading.cart, lines }, partialIds: new Set(partialIds), at: new Date() };
}

/** The last readings of a cart and its lines in this page's life, the newer first. */
function seenCart(client: QueryClient, cartId: string): CartSnapshot {
  const seen = client.getQueryState<CartReading>(queryKeys.cart(cartId));
  const cart = seen?.data?.cart;
  const lines = new Map<string, OrderLine>(cart ? toSnapshot(cart).lines : []);
  for (const [queryKey, line] of client.getQueriesData<OrderLine>({ queryKey: queryKeys.lines })) {
    if (!line || line.product_order_id !== cartId) continue;
    const row = lines.get(line.id);
    const isNewer = (client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) >= (seen?.dataUpdatedAt ?? 0);
    lines.set(line.id, row ? (isNewer ? completedBy(line, row) : completedBy(row, line)) : line);
  }
  return { ...(cart ? toSnapshot(cart) : { references: null, lineIds: null }), lines };
}

/** The reading of a cart before it is ordered. It stays as shown until it is read again. */
export interface Review {
  readonly whole: WholeCart | undefined;
  readonly error: Error | null;
  readonly isReading: boolean;
  /** Against the earlier view: the pages of the cart and its lines, or this review's reading before. */
  readonly differences: CartDiff | null;
  /**
   * Reads everything again, and compares it with the shown reading. Gives `unreadable-line` when a line's detail
   * failed: then nothing proves it unchanged. Gives null when the cart cannot be read.
   */
  readonly readAgain: () => Promise<{
    readonly whole: WholeCart;
    readonly difference: 'change' | 'unreadable-line' | null;
  } | null>;
}

interface Seen {
  readonly cart: CartSnapshot;
  readonly compared: ComparedFields;
}

/**
 * How far the reading of a review is; null before its first detail. It changes with each line, so only what shows it asks
 * for it: the lines themselves are many.
 */
export function useReviewProgress(cartId: string): DetailProgress | null {
  const { data } = useQuery<DetailProgress | null>({ queryKey: progressKey(cartId), queryFn: skipToken });
  return data ?? null;
}

/** Reads a cart in full at once and ignores earlier readings. */
export function useReview(cartId: string): Review {
  const client = useQueryClient();
  const [seen, setSeen] = useState<Seen>(() => ({ cart: seenCart(client, cartId), compared: 'returned' }));
  const {
    data: whole,
    error,
    isFetching,
    isFetchedAfterMount,
    refetch,
  } = useQuery({
    queryKey: reviewKey(cartId),
    queryFn: ({ signal }) => {
      const show = (progress: DetailProgress | null) => client.setQueryData(progressKey(cartId), progress);
      show(null);
      return readWholeCart(client, cartId, signal, show);
    },
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
    // A reading under review must not change by itself.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: false,
  });
  const shown = isFetchedAfterMount ? whole : undefined;
  const differences = useMemo(
    () => (shown ? cartDiff(seen.cart, shown.cart, seen.compared) : null),
    [shown, seen],
  );

  const readAgain: Review['readAgain'] = async () => {
    const { data: fresh, isSuccess } = await refetch();
    if (!isSuccess || !fresh) return null;
    if (fresh.partialIds.size > 0) return { whole: fresh, difference: 'unreadable-line' };
    if (!shown) return { whole: fresh, difference: null };
    const before = toSnapshot(shown.cart);
    if (cartDiff(before, fresh.cart, 'all').count === 0) return { whole: fresh, difference: null };
    setSeen({ cart: before, compared: 'all' });
    return { whole: fresh, difference: 'change' };
  };
  return {
    whole: shown,
    error,
    isReading: isFetching,
    differences,
    readAgain,
  };
}
