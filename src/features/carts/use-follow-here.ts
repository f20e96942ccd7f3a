import { useEffect } from 'react';
import { isUnderWay, type CartReading } from '~/api/carts';
import { followCart, forgetCart } from './followed-carts';

/** On a cart's own page: a cart under way is followed from anywhere; one that is decided until this visit ends. */
export function useFollowHere(reading: CartReading): void {
  const cartId = reading.cart.id;
  const underWay = isUnderWay(reading);
  const isDecided = !underWay && reading.standing.state !== 'created';
  useEffect(() => {
    if (underWay) followCart(cartId);
  }, [underWay, cartId]);
  useEffect(() => {
    if (!isDecided) return undefined;
    const endVisit = () => document.hidden && forgetCart(cartId);
    document.addEventListener('visibilitychange', endVisit);
    return () => {
      document.removeEventListener('visibilitychange', endVisit);
      if (!document.hidden) forgetCart(cartId);
    };
  }, [isDecided, cartId]);
}
