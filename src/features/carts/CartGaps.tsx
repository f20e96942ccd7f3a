import { Suspense, useState } from 'react';
import type { Cart } from '~/contract/cart';
import type { CartReadiness } from '~/domain/confirmation-readiness';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { Panel } from '~/ui/Panel';
import styles from './CartPage.module.css';
import { CopyLinesDialog } from './later-dialogs';
import { OpenPoints } from './OpenPoints';

interface CartGapsProps {
  readonly cart: Cart;
  readonly readiness: CartReadiness;
}

/** What a draft cart still misses, each gap a link to its field; and the way to move such lines out of the way. */
export function CartGaps({ cart, readiness }: CartGapsProps) {
  const { cartPage } = useAllMessages();
  const { copies } = useOrderMessages();
  // As it was when the dialog opened: moving lines out of the cart must not empty it.
  const [moving, setMoving] = useState<CartReadiness['lines'] | null>(null);
  const incomplete = readiness.lines.filter(({ blocking }) => blocking.length > 0);
  return (
    <>
      {incomplete.length > 0 && (
        <Panel
          title={cartPage.toComplete}
          aside={
            readiness.lines.length > incomplete.length && (
              <Button className={styles['move']} onClick={() => setMoving(readiness.lines)}>
                {copies.moveOpen}
              </Button>
            )
          }
        >
          <OpenPoints lines={incomplete} />
        </Panel>
      )}
      <Suspense>
        {moving && (
          <CopyLinesDialog
            cart={cart}
            lines={moving.filter(({ blocking }) => blocking.length > 0).map(({ line }) => line)}
            choices={moving.map(({ line }) => line)}
            reason="moved"
            onClose={() => setMoving(null)}
          />
        )}
      </Suspense>
    </>
  );
}
