import { useRef, useState } from 'react';
import { useConfirmCart } from '~/api/cart-writes';
import { pause } from '~/api/pause';
import { currentPerson } from '~/api/signed-in-person';
import type { Review } from '~/api/whole-cart';
import { forgetSent, keepSent, readSent, type SentCart } from '~/kept/sent-carts';
import { tellTabs } from '~/kept/tabs';
import { readableLines, type Cart } from '~/contract/cart';
import { followCart, forgetCart } from './followed-carts';

interface Placing {
  readonly phase: 'idle' | 'rereading' | 'sending';
  readonly error: Error | null;
  /** The last click sent nothing, for the cart was not what was shown any more. */
  readonly stoppedByChange: boolean;
  readonly place: () => void;
}

/** In milliseconds: storage that hangs does not hold an order. */
const KEEPING = 2_000;

/** The record is on the disk before the order leaves; where storage does not let it, this page alone has it. */
async function keepRecord(cart: Cart): Promise<void> {
  const by = await currentPerson().then(
    ({ name }) => name ?? '',
    () => '',
  );
  await Promise.race([keepSent({ cart, at: new Date(), by }).catch(() => undefined), pause(KEEPING)]);
}

/** Nothing left with this click: what an earlier one has sent is what was sent. */
function nothingSent(cartId: string, before: SentCart | null): void {
  const restored = before ? keepSent(before) : forgetSent(cartId);
  restored.catch(() => undefined);
}

/** Placing the order, one act: everything is read once more, and only what was shown is placed. */
export function usePlacing(cartId: string, review: Review): Placing {
  const confirmation = useConfirmCart(cartId);
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
    const before = await readSent(cartId);
    await keepRecord(reread.whole.cart);
    followCart(cartId);
    try {
      // What the gateway reads before it lets the order pass is the cart's own answer.
      const outcome = await confirmation.mutateAsync(reread.whole.reading.cart);
      // An editor that is open in another tab reads its line again, and takes no more text.
      for (const { id } of readableLines(reread.whole.cart))
        tellTabs({ kind: 'saved', object: `line:${id}` });
      if (outcome.kind === 'elsewhere') nothingSent(cartId, before);
      if (outcome.kind === 'changed') {
        nothingSent(cartId, before);
        forgetCart(cartId);
        setStoppedByChange(true);
        await review.readAgain();
      }
    } catch {
      // Nothing was placed; the mutation's own error says why.
      nothingSent(cartId, before);
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
