import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { hasFields, isApiError, isRefusal } from '~/api/api-error';
import { cartQueries } from '~/api/carts';
import { usePendingConfirmation } from '~/api/pending-confirmations';
import { useReview, type Review, type WholeCart } from '~/api/whole-cart';
import { cartReadiness } from '~/domain/confirmation-readiness';
import { asSeen, cartDifferences } from '~/domain/review-differences';
import type { OrderLine } from '~/contract/order-line';
import { useEveryKeptRejection } from '~/features/order-lines/kept-rejections';
import { today } from '~/features/order-lines/today';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';
import { Page } from '~/ui/Page';
import { useFocusStays } from '~/ui/use-focus-stays';
import { CartGone } from './CartGone';
import { cartName } from './cart-name';
import { CheckingNotice } from './CheckingNotice';
import styles from './ConfirmCartPage.module.css';
import { ConfirmRefusal } from './ConfirmRefusal';
import { OpenPoints } from './OpenPoints';
import { RecordButtons } from './RecordButtons';
import { ReviewDifferences } from './ReviewDifferences';
import { reviewLineId, ReviewLines } from './ReviewLines';
import { ReviewProgress } from './ReviewProgress';
import { UnsavedTexts } from './UnsavedTexts';
import { usePlacing } from './use-placing';
import { usePrintTitle } from './use-print-title';

const route = getRouteApi('/carts/$cartId/confirm');

/** The last look before a cart is ordered: every line in full as it will be sent, what changed, and the one button. */
export function ConfirmCartPage() {
  const { cartId } = route.useParams();
  const { confirmPage } = useOrderMessages();
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
        <ReviewProgress progress={review.progress} />
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
  const texts = useOrderMessages();
  const { confirmPage } = texts;
  const { cart } = whole;
  const actId = useId();
  const bar = useRef<HTMLDivElement>(null);
  useFocusStays(bar);
  const readiness = cartReadiness(cart, today());
  const { lines, refusal } = readiness;
  const placing = usePlacing(cart.id, review);
  const { isPlaced, hasChanged } = useNewerReading(whole);
  const pending = usePendingConfirmation(cart.id);
  const isChecking = pending !== null && placing.phase === 'idle' && !isPlaced;
  const isBusy = placing.phase !== 'idle' || review.isReading;

  const navigate = useNavigate();
  useEffect(() => {
    // Placed, by this page or before it was opened: what became of it stands on the cart's own page.
    if (isPlaced) void navigate({ to: '/carts/$cartId', params: { cartId: cart.id }, replace: true });
  }, [isPlaced, navigate, cart.id]);

  usePrintTitle(cartName(cart, messages));

  return (
    <Page
      title={confirmPage.title}
      subtitle={
        <Link to="/carts/$cartId" params={{ cartId: cart.id }}>
          {cartName(cart, messages)}
        </Link>
      }
      actions={<RecordButtons canPrint of={{ kind: 'reviewed', cart, at: whole.at }} />}
    >
      {review.error && !review.isReading && (
        <FailureNotice error={review.error} of="read" title={texts.review.notReread} isShowingOld />
      )}
      {placing.error && (
        <FailureNotice
          error={placing.error}
          of="write"
          title={isRefused(placing.error) ? confirmPage.refusedTitle : confirmPage.notSentTitle}
        />
      )}
      {placing.error && hasFields(placing.error) && <OpenPoints lines={lines} error={placing.error} />}
      {isChecking ? (
        <CheckingNotice cartId={cart.id} pending={pending} />
      ) : (
        <ConfirmRefusal refusal={refusal} lines={lines} />
      )}
      <UnsavedTexts cart={cart} />
      {hasChanged && !isBusy && !isChecking && (
        <Notice
          tone="warning"
          announce="status"
          actions={<Button onClick={() => void review.readAgain()}>{texts.review.readAgain}</Button>}
        >
          <p>{texts.review.changedNow}</p>
        </Notice>
      )}
      <ReviewDifferences
        differences={review.differences}
        cart={cart}
        stoppedPlacing={placing.stoppedByChange}
      />
      <ReviewLines whole={whole} readiness={readiness} differences={review.differences} />
      <div className={styles['bar']} tabIndex={-1} ref={bar}>
        <div className={styles['sentence']} id={actId}>
          {isBusy ? (
            <ReviewProgress
              progress={review.isReading ? review.progress : null}
              words={placing.phase === 'sending' ? confirmPage.placing : texts.review.rereading}
            />
          ) : (
            refusal === null &&
            !isChecking && (
              <p>
                {confirmPage.intro(lines.length)} <strong>{texts.review.count(lines.length)}</strong>
                <RejectedBeforeCount lines={lines.map(({ line }) => line)} />
              </p>
            )
          )}
        </div>
        <LinkButton className={styles['back'] ?? ''} to="/carts/$cartId" params={{ cartId: cart.id }}>
          {confirmPage.back}
        </LinkButton>
        {!isChecking && (
          <Button
            look="primary"
            aria-describedby={actId}
            disabled={refusal !== null || isBusy}
            onClick={placing.place}
          >
            {placing.phase === 'idle' ? confirmPage.place : confirmPage.placing}
            {placing.phase === 'idle' && refusal === null && (
              <span className={styles['count']} aria-hidden="true">
                {lines.length}
              </span>
            )}
          </Button>
        )}
      </div>
    </Page>
  );
}

/** Beside the button: how many lines have a value that was rejected before; leads to the first of them. */
function RejectedBeforeCount({ lines }: { readonly lines: readonly OrderLine[] }) {
  const { rejected } = useOrderMessages();
  const rejectedBefore = useEveryKeptRejection();
  const doubtful = lines.filter(({ id }) => id in rejectedBefore);
  const [first] = doubtful;
  if (!first) return null;
  return (
    <a className={styles['doubt']} href={`#${reviewLineId(first.id)}`}>
      {rejected.count(doubtful.length)}
    </a>
  );
}

function isRefused(error: Error): boolean {
  return isApiError(error) && isRefusal(error);
}

/** What the cart's own reading, which goes on behind this page, knows better than what is shown. */
function useNewerReading({ cart, at }: WholeCart): { isPlaced: boolean; hasChanged: boolean } {
  const { data: reading, dataUpdatedAt } = useQuery({
    ...cartQueries.detail(cart.id),
    refetchOnMount: false,
  });
  if (!reading) return { isPlaced: false, hasChanged: false };
  const isNewer = dataUpdatedAt > at.getTime();
  return {
    isPlaced: reading.standing.state !== 'created',
    hasChanged: isNewer && cartDifferences(asSeen(cart), reading.cart).count > 0,
  };
}
