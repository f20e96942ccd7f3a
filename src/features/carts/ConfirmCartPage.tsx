import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useConfirmCart } from '~/api/cart-writes';
import { cartQueries, type CartReading } from '~/api/carts';
import { usePendingConfirmation } from '~/api/pending-confirmations';
import { cartReadiness } from '~/domain/confirmation-readiness';
import { LineSummary } from '~/features/order-lines/LineSummary';
import { today } from '~/features/order-lines/today';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Loading } from '~/ui/Loading';
import { Notice } from '~/ui/Notice';
import { Page } from '~/ui/Page';
import { Panel } from '~/ui/Panel';
import { lineName } from '~/features/order-lines/LineName';
import { cartName } from './cart-name';
import { CheckingNotice } from './CheckingNotice';
import styles from './ConfirmCartPage.module.css';
import { LinePoints, OpenPoints, toPoints } from './OpenPoints';

const route = getRouteApi('/carts/$cartId/confirm');

/** The last look before a cart is ordered: every line as it will be sent, what is missing, and the one button. */
export function ConfirmCartPage() {
  const { cartId } = route.useParams();
  const { confirmPage } = useAllMessages();
  // What is about to be ordered is read afresh, not taken from what was seen before.
  const {
    data: reading,
    error,
    refetch,
    isFetchedAfterMount,
  } = useQuery({
    ...cartQueries.detail(cartId),
    refetchOnMount: 'always',
  });
  if (reading && (isFetchedAfterMount || error)) return <Review reading={reading} readError={error} />;
  if (!error) return <Loading />;
  return (
    <Page title={confirmPage.title}>
      <FailureNotice error={error} of="read" onRetry={() => void refetch()} />
    </Page>
  );
}

interface ReviewProps {
  readonly reading: CartReading;
  readonly readError: Error | null;
}

function Review({ reading, readError }: ReviewProps) {
  const messages = useAllMessages();
  const { confirmPage } = messages;
  const navigate = useNavigate();
  const { cart, standing } = reading;
  const { lines, refusal } = cartReadiness(cart, today());
  const confirmation = useConfirmCart(cart.id);
  const isSent = useRef(false);
  const isPlaced = standing.state !== 'created';
  const pending = usePendingConfirmation(cart.id);
  const isChecking = pending !== null && !confirmation.isPending && !isPlaced;

  const showCart = () => void navigate({ to: '/carts/$cartId', params: { cartId: cart.id }, replace: true });
  useEffect(() => {
    // Placed, by this page or before it was opened: what became of it stands on the cart's own page.
    if (isPlaced) showCart();
  });

  const place = () => {
    // A ref, not state: a second click may come before anything is rendered again.
    if (isSent.current) return;
    isSent.current = true;
    confirmation.mutate(cart, {
      onSettled: () => {
        isSent.current = false;
      },
    });
  };

  return (
    <Page
      title={confirmPage.title}
      subtitle={
        <Link to="/carts/$cartId" params={{ cartId: cart.id }}>
          {cartName(cart, messages)}
        </Link>
      }
    >
      {readError && <FailureNotice error={readError} of="read" isShowingOld />}
      {confirmation.error && (
        <FailureNotice error={confirmation.error} of="write" title={confirmPage.refusedTitle} />
      )}
      {confirmation.error && 'fields' in confirmation.error && (
        <OpenPoints lines={lines} error={confirmation.error} />
      )}
      {isChecking ? (
        <CheckingNotice cartId={cart.id} pending={pending} />
      ) : (
        <Refusal refusal={refusal} lines={lines} />
      )}
      <div className={styles['lines']}>
        {lines.map(({ line, warnings }, index) => (
          <Panel key={line.id} title={`${confirmPage.lineNumber(index + 1)} · ${lineName(line, messages)}`}>
            {warnings.length > 0 && (
              <Notice tone="warning" title={confirmPage.warnings}>
                <LinePoints line={line} points={toPoints(warnings, messages)} />
              </Notice>
            )}
            <LineSummary line={line} />
          </Panel>
        ))}
      </div>
      <div className={styles['bar']}>
        <p>{refusal === null && !isChecking ? confirmPage.intro(lines.length) : ''}</p>
        <LinkButton to="/carts/$cartId" params={{ cartId: cart.id }}>
          {confirmPage.back}
        </LinkButton>
        {!isChecking && (
          <Button look="primary" disabled={refusal !== null || confirmation.isPending} onClick={place}>
            {confirmation.isPending ? confirmPage.placing : confirmPage.place}
          </Button>
        )}
      </div>
    </Page>
  );
}

type Readiness = ReturnType<typeof cartReadiness>;

/** Why the order cannot be placed: in words, each open point a link to its field. */
function Refusal({ refusal, lines }: Pick<Readiness, 'refusal' | 'lines'>) {
  const { confirmPage } = useAllMessages();
  if (refusal === null) return null;
  const incomplete = lines.filter(({ blocking }) => blocking.length > 0);
  const words = {
    'no-lines': confirmPage.noLines,
    'unreadable-line': confirmPage.unreadable,
    'not-draft': confirmPage.notDraft,
    incomplete: confirmPage.incomplete(incomplete.length),
  };
  return (
    <Notice tone="warning" title={confirmPage.missingTitle}>
      <p>{words[refusal]}</p>
      {refusal === 'incomplete' && <OpenPoints lines={incomplete} />}
    </Notice>
  );
}
