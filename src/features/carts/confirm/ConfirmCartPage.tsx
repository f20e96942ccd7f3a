import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { memo, Suspense, useMemo } from 'react';
import { isApiError } from '~/api/transport/api-error';
import { cartQueries } from '~/api/read/carts';
import { useOpenConfirmation } from '~/api/write/carts/open-confirmation';
import { useReview, type Review, type WholeCart } from '~/api/read/whole-cart';
import { cartReadiness } from '~/domain/lines/confirmation-readiness';
import { toSnapshot, cartDiff } from '~/domain/carts/cart-diff';
import { today } from '~/features/order-lines/labels/today';
import { useAllMessages } from '~/i18n/I18nProvider';
import { LazyCartBatchNotice } from '~/features/batches/lazy';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Page } from '~/ui/Page';
import { CartGone } from '~/features/carts/display/CartGone';
import { cartName } from '~/features/carts/display/cart-name';
import { ConfirmationPendingNotice } from './ConfirmationPendingNotice';
import { ConfirmRefusal } from './ConfirmRefusal';
import { ReceiptButtons } from '~/features/carts/receipt/ReceiptButtons';
import { ReviewDifferences } from './ReviewDifferences';
import { ReviewLines } from './ReviewLines';
import { ReviewProgress } from './ReviewProgress';
import { UnsavedEditsNotice } from './UnsavedEditsNotice';
import { usePlaceOrder } from './use-place-order';
import { usePrintTitle } from '~/features/carts/receipt/use-print-title';
import { PlaceOrderBar } from './PlaceOrderBar';
import { PlacingNotices, ReadAgainNotice } from './PlacingNotices';

const route = getRouteApi('/carts/$cartId/confirm');

/** The last look before a cart is ordered: every line in full as it will be sent, what changed, and the one button. */
export function ConfirmCartPage() {
  const { cartId } = route.useParams();
  const { confirmPage } = useAllMessages();
  const review = useReview(cartId);
  const { error } = review;
  if (error && !review.isReading && isApiError(error) && error.kind === 'not-found') {
    // Deleted meanwhile: there are no lines left to look at.
    return <CartGone error={error} />;
  }
  if (review.whole) return <ReviewPage whole={review.whole} review={review} />;
  return (
    <Page title={confirmPage.title}>
      {review.error ? (
        <FailureNotice error={review.error} of="read" onRetry={() => void review.readAgain()} />
      ) : (
        <ReviewProgress cartId={cartId} />
      )}
    </Page>
  );
}

interface ReviewPageProps {
  readonly whole: WholeCart;
  readonly review: Review;
}

function ReviewPage({ whole, review }: ReviewPageProps) {
  const messages = useAllMessages();
  const { cart } = whole;
  const day = today();
  const readiness = useMemo(() => cartReadiness(cart, day), [cart, day]);
  const placing = usePlaceOrder(cart.id, review);
  const { isPlaced, hasChanged } = useNewerReading(whole);
  const pending = useOpenConfirmation(cart.id);
  const isChecking = pending !== null && placing.phase === 'idle' && !isPlaced;
  const isBusy = placing.phase !== 'idle' || review.isReading;
  const name = cartName(cart, messages);
  usePrintTitle(name);

  return (
    <Page
      title={messages.confirmPage.title}
      subtitle={
        <Link to="/carts/$cartId" params={{ cartId: cart.id }}>
          {name}
        </Link>
      }
      actions={<ReceiptButtons canPrint of={{ kind: 'reviewed', cart, at: whole.at }} />}
    >
      {isPlaced && <ToPlacedCart cartId={cart.id} />}
      <Suspense>
        <LazyCartBatchNotice cartId={cart.id} isConfirming />
      </Suspense>
      <PlacingNotices {...{ review, placing, isChecking }} lines={readiness.lines} />
      {isChecking ? (
        <ConfirmationPendingNotice cartId={cart.id} pending={pending} />
      ) : (
        <ConfirmRefusal refusal={readiness.refusal} lines={readiness.lines} />
      )}
      <UnsavedEditsNotice cart={cart} />
      {hasChanged && !isBusy && !isChecking && (
        <ReadAgainNotice tone="warning" announce="status" review={review}>
          {messages.review.changedNow}
        </ReadAgainNotice>
      )}
      <ReviewDifferences
        differences={review.differences}
        cart={cart}
        // While an order is in doubt, no earlier click of this page says that nothing was sent.
        stoppedPlacing={!isChecking && placing.stoppedBy === 'change'}
      />
      <ReviewLines whole={whole} readiness={readiness} differences={review.differences} />
      <PlaceOrderBar {...{ cart, review, placing, readiness, isChecking }} />
    </Page>
  );
}

/** Placed, by this page or before it was opened: the outcome stands on the cart's own page. Navigates once. */
const ToPlacedCart = memo(function ToPlacedCart({ cartId }: { readonly cartId: string }) {
  return <Navigate to="/carts/$cartId" params={{ cartId }} replace />;
});

/** What the cart's own reading, which goes on behind this page, knows better than what is shown. */
function useNewerReading({ cart, at }: WholeCart): { isPlaced: boolean; hasChanged: boolean } {
  const { data: reading, dataUpdatedAt } = useQuery({
    ...cartQueries.detail(cart.id),
    refetchOnMount: false,
  });
  if (!reading) return { isPlaced: false, hasChanged: false };
  const isNewer = dataUpdatedAt > at.getTime();
  return {
    isPlaced: reading.status.state !== 'created',
    hasChanged: isNewer && cartDiff(toSnapshot(cart), reading.cart).count > 0,
  };
}
