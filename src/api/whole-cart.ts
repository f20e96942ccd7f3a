import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readableLines, type Cart } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import {
  asSeen,
  cartDifferences,
  completedBy,
  type CartDifferences,
  type SeenCart,
} from '~/domain/review-differences';
import { isApiError } from './api-error';
import { cartQueries, type CartReading } from './carts';
import { fetchLine, lineQueries } from './order-lines';
import { readPatiently } from './patient-read';
import { queryKeys } from './refresh-table';

/** A cart in full, as its last check before ordering shows it. */
export interface WholeCart {
  readonly reading: CartReading;
  /** The cart with each line as its detail has it: a cart's own answer leaves fields out. */
  readonly cart: Cart;
  /** Lines whose detail could not be read; they are shown as the cart's answer has them. */
  readonly partialIds: ReadonlySet<string>;
  readonly at: Date;
}

/** How many details have been read. */
export interface DetailProgress {
  readonly read: number;
  readonly total: number;
}

/** What a review shows changes only when it is asked to: no write makes it stale. */
const reviewKey = (cartId: string) => ['carts', 'review', cartId];

/** So many details are asked for at a time: a cart of a hundred lines must not take the API's whole attention. */
const AT_ONCE = 4;

/** Reads a cart, and the detail of each of its lines. Throws an ApiError when the cart cannot be read. */
async function readWholeCart(
  client: QueryClient,
  cartId: string,
  signal: AbortSignal,
  onProgress: (progress: DetailProgress) => void,
): Promise<WholeCart> {
  const reading = await client.query({ ...cartQueries.detail(cartId), staleTime: 0 });
  const waiting = readableLines(reading.cart).map(({ id }) => id);
  const total = waiting.length;
  const details = new Map<string, OrderLine>();
  let read = 0;
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const line = await readDetail(client, id, signal);
      if (line) details.set(id, line);
      read += 1;
      onProgress({ read, total });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const lines = reading.cart.lines.map((row) => {
    const detail = row.ok ? details.get(row.value.id) : undefined;
    return row.ok && detail ? { ok: true as const, value: completedBy(detail, row.value) } : row;
  });
  const partialIds = readableLines(reading.cart)
    .map(({ id }) => id)
    .filter((id) => !details.has(id));
  return { reading, cart: { ...reading.cart, lines }, partialIds: new Set(partialIds), at: new Date() };
}

/** null when the detail cannot be read: one bad line stays one bad line. */
async function readDetail(
  client: QueryClient,
  lineId: string,
  signal: AbortSignal,
): Promise<OrderLine | null> {
  const { queryKey } = lineQueries.detail(lineId);
  try {
    return await readPatiently(client, { queryKey, queryFn: () => fetchLine(lineId, signal), signal });
  } catch (error) {
    if (isApiError(error) && !signal.aborted) return null;
    throw error;
  }
}

/** What was last shown of a cart and its lines in this page's life: their own pages' readings, the newer first. */
function seenCart(client: QueryClient, cartId: string): SeenCart {
  const seen = client.getQueryState<CartReading>(queryKeys.cart(cartId));
  const cart = seen?.data?.cart;
  const lines = new Map<string, OrderLine>(cart ? asSeen(cart).lines : []);
  for (const [queryKey, line] of client.getQueriesData<OrderLine>({ queryKey: queryKeys.lines })) {
    if (!line || line.product_order_id !== cartId) continue;
    const row = lines.get(line.id);
    const isNewer = (client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) >= (seen?.dataUpdatedAt ?? 0);
    lines.set(line.id, row ? (isNewer ? completedBy(line, row) : completedBy(row, line)) : line);
  }
  return { ...(cart ? asSeen(cart) : { references: null, lineIds: null }), lines };
}

/** The reading of a cart before it is ordered. It stays as it was shown until it is asked for anew. */
export interface Review {
  readonly whole: WholeCart | undefined;
  readonly error: Error | null;
  readonly isReading: boolean;
  readonly progress: DetailProgress | null;
  /** Against what the person saw before: on the cart's and the lines' own pages, or in this review's reading before. */
  readonly differences: CartDifferences | null;
  /** Reads everything again, and compares it with what is shown. Gives null when it could not be read. */
  readonly readAgain: () => Promise<{ readonly whole: WholeCart; readonly isUnchanged: boolean } | null>;
}

/** Reads a cart in full as soon as it is asked for, whatever was read before. */
export function useReview(cartId: string): Review {
  const client = useQueryClient();
  const [seen, setSeen] = useState(() => seenCart(client, cartId));
  const [progress, setProgress] = useState<DetailProgress | null>(null);
  const {
    data: whole,
    error,
    isFetching,
    isFetchedAfterMount,
    refetch,
  } = useQuery({
    queryKey: reviewKey(cartId),
    queryFn: ({ signal }) => readWholeCart(client, cartId, signal, setProgress),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
    // What somebody is reading must not change under their eyes.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: false,
  });
  const shown = isFetchedAfterMount ? whole : undefined;

  const readAgain: Review['readAgain'] = async () => {
    setProgress(null);
    const { data: fresh, isSuccess } = await refetch();
    if (!isSuccess || !fresh) return null;
    if (!shown) return { whole: fresh, isUnchanged: true };
    const isUnchanged = cartDifferences(asSeen(shown.cart), fresh.cart).count === 0;
    if (!isUnchanged) setSeen(asSeen(shown.cart));
    return { whole: fresh, isUnchanged };
  };
  return {
    whole: shown,
    error,
    isReading: isFetching,
    progress,
    differences: shown ? cartDifferences(seen, shown.cart) : null,
    readAgain,
  };
}
