import { useEffect, useState } from 'react';
import { readSent, type SentCart } from './sent-carts';

/** What was sent of a cart from this browser; null when nothing of it is kept, undefined until that is known. */
export function useSent(cartId: string): SentCart | null | undefined {
  const [found, setFound] = useState<{ readonly cartId: string; readonly sent: SentCart | null } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    void readSent(cartId).then((sent) => isWanted && setFound({ cartId, sent }));
    return () => {
      isWanted = false;
    };
  }, [cartId]);
  return found?.cartId === cartId ? found.sent : undefined;
}
