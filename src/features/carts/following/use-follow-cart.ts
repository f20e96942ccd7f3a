import { useEffect } from 'react';
import { isUnderWay, type CartReading } from '~/api/read/carts';
import { advanceOrder, followOrder, unfollowOrder } from '~/api/records/orders';

/** On a cart's own page: a cart under way is followed from anywhere; one that is decided until this visit ends. */
export function useFollowCart(reading: CartReading): void {
  const cartId = reading.cart.id;
  const underWay = isUnderWay(reading);
  const isDecided = !underWay && reading.status.state !== 'created';
  useEffect(() => {
    if (underWay) followOrder(cartId);
    if (!isDecided) return undefined;
    advanceOrder(cartId, 'settled');
    const endVisit = () => document.hidden && unfollowOrder(cartId);
    document.addEventListener('visibilitychange', endVisit);
    return () => {
      document.removeEventListener('visibilitychange', endVisit);
      if (!document.hidden) unfollowOrder(cartId);
    };
  }, [underWay, isDecided, cartId]);
}
