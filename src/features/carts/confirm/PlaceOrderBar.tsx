import { useId } from 'react';
import type { Review } from '~/api/read/whole-cart';
import type { Cart } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import type { CartReadiness } from '~/domain/lines/confirmation-readiness';
import { useAllStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { focusFallback } from '~/ui/keyboard/focus-refs';
import { LinkButton } from '~/ui/LinkButton';
import styles from './ConfirmCartPage.module.css';
import { reviewLineId } from './ReviewLines';
import { ReviewProgress } from './ReviewProgress';
import type { Placing } from './use-place-order';

interface PlaceOrderBarProps {
  readonly cart: Cart;
  readonly review: Review;
  readonly placing: Placing;
  readonly readiness: CartReadiness;
  /** Whether an earlier confirmation of the cart is in doubt. */
  readonly isChecking: boolean;
}

/** The one button of the page, and beside it in words what it does. */
export function PlaceOrderBar({ cart, review, placing, readiness, isChecking }: PlaceOrderBarProps) {
  const { confirmPage, review: reviewTexts } = useAllMessages();
  const actId = useId();
  const { lines, refusal } = readiness;
  const isIdle = placing.phase === 'idle';
  const isBusy = !isIdle || review.isReading;
  return (
    <div className={styles['bar']} tabIndex={-1} ref={focusFallback}>
      <div className={styles['sentence']} id={actId}>
        {isBusy && (
          <ReviewProgress
            cartId={review.isReading ? cart.id : null}
            label={placing.phase === 'sending' ? confirmPage.placing : reviewTexts.rereading}
          />
        )}
        {!isBusy && refusal === null && !isChecking && (
          <p>
            {confirmPage.intro(lines.length)} <strong>{reviewTexts.count(lines.length)}</strong>
            <RejectedBeforeCount lines={lines.map(({ line }) => line)} />
          </p>
        )}
      </div>
      <LinkButton className={styles['back'] ?? ''} to="/carts/$cartId" params={{ cartId: cart.id }}>
        {confirmPage.back}
      </LinkButton>
      {!isChecking && (
        <Button
          variant="filled"
          aria-describedby={actId}
          disabled={refusal !== null || isBusy}
          onClick={placing.place}
        >
          {isIdle ? confirmPage.place : confirmPage.placing}
          {isIdle && refusal === null && (
            <span className={styles['count']} aria-hidden="true">
              {lines.length}
            </span>
          )}
        </Button>
      )}
    </div>
  );
}

/** Beside the button: how many lines have a value that was rejected before; leads to the first of them. */
function RejectedBeforeCount({ lines }: { readonly lines: readonly OrderLine[] }) {
  const { rejected } = useAllMessages();
  const rejectedBefore = useAllStoredRejections();
  const doubtful = lines.filter(({ id }) => id in rejectedBefore);
  const [first] = doubtful;
  if (!first) return null;
  return (
    <a className={styles['doubt']} href={`#${reviewLineId(first.id)}`}>
      {rejected.count(doubtful.length)}
    </a>
  );
}
