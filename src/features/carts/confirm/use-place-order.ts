import { useRef, useState } from 'react';
import { useConfirmCart } from '~/api/mutations/cart-writes';
import type { Review } from '~/api/read/whole-cart';
import { notifyAutosaveTabs } from '~/autosave/storage/autosave-tabs';
import { readableLines } from '~/contract/cart';
import { encryptReceipt } from '~/features/carts/receipt/sent-order';

/** How far an order of this page is. */
export interface Placing {
  readonly phase: 'idle' | 'rereading' | 'sending';
  readonly error: Error | null;
  /** Why the last click sent nothing: the cart changed, or another tab or computer is confirming it. */
  readonly stoppedBy: 'change' | 'unreadable-line' | 'other-confirmation' | null;
  readonly place: () => void;
}

/** Places the order in one act: reads everything once more, and places only what was shown. */
export function usePlaceOrder(cartId: string, review: Review): Placing {
  const confirmation = useConfirmCart(cartId);
  const [phase, setPhase] = useState<Placing['phase']>('idle');
  const [stoppedBy, setStoppedBy] = useState<Placing['stoppedBy']>(null);
  const isUnderWay = useRef(false);

  const run = async () => {
    setStoppedBy(null);
    confirmation.reset();
    setPhase('rereading');
    const reread = await review.readAgain();
    if (!reread) return;
    if (reread.difference !== null) {
      setStoppedBy(reread.difference);
      return;
    }
    setPhase('sending');
    const { cart, reading } = reread.whole;
    // The gateway compares the cart's own answer, without the details of the lines.
    const outcome = await confirmation.mutateAsync({
      cart: reading.cart,
      receipt: await encryptReceipt(cart),
    });
    if (outcome.kind === 'elsewhere') setStoppedBy('other-confirmation');
    if (outcome.kind === 'changed') {
      setStoppedBy('change');
      await review.readAgain();
    }
    if (outcome.kind === 'placed' || outcome.kind === 'checking') {
      // An editor that is open in another tab reads its line again, and takes no more text.
      for (const { id } of readableLines(cart)) notifyAutosaveTabs({ kind: 'saved', object: `line:${id}` });
    }
  };

  const place = () => {
    // A ref, not state: a second click may come before the next render.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void run()
      // Nothing was placed; the mutation's own error says why.
      .catch(() => undefined)
      .finally(() => {
        isUnderWay.current = false;
        setPhase('idle');
      });
  };
  return { phase, error: confirmation.error, stoppedBy, place };
}
