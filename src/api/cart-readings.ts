import { QueryObserver, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cartQueries, type CartReading } from './carts';

interface FollowedReading {
  readonly reading: CartReading | undefined;
  readonly isError: boolean;
}

interface Following {
  /** Carts whose own page is open: that reads them, and its readings count here as well. */
  readonly isReadHere: (cartId: string) => boolean;
  /** Also while nobody looks at this tab. */
  readonly inBackground: boolean;
}

/**
 * Readings of several carts, each at its own pace, by cart. (The library's own hook for several queries would weigh on the
 * first rows of the lists, where nothing else needs it.)
 */
export function useCartReadings(
  cartIds: readonly string[],
  { isReadHere, inBackground }: Following,
): Readonly<Record<string, FollowedReading>> {
  const client = useQueryClient();
  const [readings, setReadings] = useState<Readonly<Record<string, FollowedReading>>>({});
  const asked = cartIds.map((cartId) => `${cartId} ${isReadHere(cartId) ? 'here' : 'elsewhere'}`).join(',');

  useEffect(() => {
    const entries = asked === '' ? [] : asked.split(',').map((entry) => entry.split(' '));
    const ends = entries.map(([cartId = '', place]) => {
      const observer = new QueryObserver(client, {
        ...cartQueries.detail(cartId),
        enabled: place === 'elsewhere',
        refetchIntervalInBackground: inBackground,
      });
      const show = ({ data, isError }: { data: CartReading | undefined; isError: boolean }) =>
        setReadings((before) => ({ ...before, [cartId]: { reading: data, isError } }));
      const end = observer.subscribe(show);
      show(observer.getCurrentResult());
      return end;
    });
    return () => {
      for (const end of ends) end();
    };
  }, [client, asked, inBackground]);
  return readings;
}
