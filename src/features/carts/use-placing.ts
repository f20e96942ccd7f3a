import { useRef, useState } from 'react';
import { useConfirmCart } from '~/api/cart-writes';
import { useKeepSent, type Review } from '~/api/whole-cart';
import { tellTabs } from '~/kept/tabs';
import { readableLines } from '~/contract/cart';
import { followCart, forgetCart } from './followed-carts';

interface Placing {
  readonly phase: 'idle' | 'rereading' | 'sending';
  readonly error: Error | null;
  /** The last click sent nothing, for the cart was not what was shown any more. */
  readonly stoppedByChange: boolean;
  readonly place: () => void;
}

/** Placing the order, one act: everything is read once more, and only what was shown is placed. */
export function usePlacing(cartId: string, review: Review): Placing {
  const confirmation = useConfirmCart(cartId);
  const keepSent = useKeepSent(cartId);
  const [phase, setPhase] = useState<Placing['phase']>('idle');
  const [stoppedByChange, setStoppedByChange] = useState(false);
  const isUnderWay = useRef(false);

  const run = async () => {
    setStoppedByChange(false);
    confirmation.reset();
    setPhase('rereading');
    const reread = await review.readAgain();
    if (!reread) return;
    if (!reread.isUnchanged) {
      setStoppedByChange(true);
      return;
    }
    setPhase('sending');
    keepSent({ cart: reread.whole.cart, at: new Date() });
    followCart(cartId);
    try {
      // What the gateway reads before it lets the order pass is the cart's own answer.
      const outcome = await confirmation.mutateAsync(reread.whole.reading.cart);
      // An editor that is open in another tab reads its line again, and takes no more text.
      for (const { id } of readableLines(reread.whole.cart))
        tellTabs({ kind: 'saved', object: `line:${id}` });
      if (outcome.kind === 'changed') {
        keepSent(null);
        forgetCart(cartId);
        setStoppedByChange(true);
        await review.readAgain();
      }
    } catch {
      // Nothing was placed; the mutation's own error says why.
      keepSent(null);
      forgetCart(cartId);
    }
  };

  const place = () => {
    // A ref, not state: a second click may come before anything is rendered again.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void run().finally(() => {
      isUnderWay.current = false;
      setPhase('idle');
    });
  };
  return { phase, error: confirmation.error, stoppedByChange, place };
}
