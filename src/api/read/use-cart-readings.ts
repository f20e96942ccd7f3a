import { useQueries } from '@tanstack/react-query';
import { cartQueries, type CartReading } from './carts';

interface FollowedReading {
  readonly reading: CartReading | undefined;
  readonly isError: boolean;
}

interface Following {
  /** Whether the cart's own page is open: that page reads it, and its readings count here. */
  readonly isReadHere: (cartId: string) => boolean;
  /** Whether to read while this tab is hidden. */
  readonly inBackground: boolean;
}

/** Readings of several carts, each at its own pace, by cart. */
export function useCartReadings(
  cartIds: readonly string[],
  { isReadHere, inBackground }: Following,
): Readonly<Record<string, FollowedReading>> {
  const readings = useQueries({
    queries: cartIds.map((cartId) => ({
      ...cartQueries.detail(cartId),
      enabled: !isReadHere(cartId),
      refetchIntervalInBackground: inBackground,
    })),
  });
  return Object.fromEntries(
    readings.map(({ data, isError }, index) => [cartIds[index] ?? '', { reading: data, isError }]),
  );
}
