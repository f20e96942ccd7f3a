import { Suspense, useState } from 'react';
import type { Cart } from '~/contract/cart';
import type { CartReadiness } from '~/domain/lines/confirmation-readiness';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Panel } from '~/ui/panel/Panel';
import styles from './CartPage.module.css';
import { LazyCopyLinesDialog } from '~/features/carts/copy/lazy';
import { IssueList } from '~/features/carts/display/IssueList';

interface CartGapsProps {
  readonly cart: Cart;
  readonly readiness: CartReadiness;
}

/** What a draft cart still misses, each gap a link to its field; and the way to move such lines out of the way. */
export function CartIssues({ cart, readiness }: CartGapsProps) {
  const { cartPage, copies } = useAllMessages();
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
          <IssueList lines={incomplete} />
        </Panel>
      )}
      <Suspense>
        {moving && (
          <LazyCopyLinesDialog
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
