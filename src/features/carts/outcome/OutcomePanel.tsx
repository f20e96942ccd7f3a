import { shownText } from '~/i18n/shown-text';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { isPolled, isUnderWay, type CartReading } from '~/api/read/carts';
import { useContinuations } from '~/api/read/continued-carts';
import { readableLines } from '~/contract/cart';
import { cartOutcome, countsByState, type CartOutcome } from '~/domain/carts/cart-outcome';
import { isRejected } from '~/domain/lifecycles/order-line-lifecycle';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Button, Progress } from '@mantine/core';
import { Panel } from '~/ui/panel/Panel';
import { LazyCopyLinesDialog } from '~/features/carts/copy/lazy';
import { NotifyButton } from '~/features/carts/following/NotifyButton';
import { outcomeText } from '~/features/carts/display/outcome-text';
import receiptStyles from '~/features/carts/receipt/OrderReceiptLink.module.css';
import { percentOf } from '~/ui/feedback/percent';
import styles from './OutcomePanel.module.css';
import { ReceiptButtons } from '~/features/carts/receipt/ReceiptButtons';
import { RejectedLines } from './RejectedLines';
import { useSentOrder } from '~/features/carts/receipt/sent-order';
import { OrderReceiptLink } from '~/features/carts/receipt/OrderReceiptLink';
import { useFollowCart } from '~/features/carts/following/use-follow-cart';

interface OutcomePanelProps {
  readonly reading: CartReading;
  readonly readAt: Date;
  readonly isReading: boolean;
  readonly onReadNow: () => void;
}

/** The outcome of a confirmed cart in words, with the time of its reading, and the next step for rejected lines. */
export function OutcomePanel({ reading, readAt, isReading, onReadNow }: OutcomePanelProps) {
  const messages = useAllMessages();
  const { outcome } = messages;
  const { followUp } = messages;
  const { date, time } = useFormats();
  const [isCopying, setIsCopying] = useState(false);
  useFollowCart(reading);
  const lines = readableLines(reading.cart);
  const counts = cartOutcome(lines);
  const rejected = lines.filter(isRejected);
  const underWay = isUnderWay(reading);
  const mayContinue = rejected.length > 0 && !underWay;
  const continuations = useContinuations(reading.cart.external_id, mayContinue);
  return (
    <Panel
      title={outcome.title}
      aside={
        <Button variant="subtle" disabled={isReading} onClick={onReadNow}>
          {outcome.readNow}
        </Button>
      }
    >
      <div className={styles['outcome']}>
        {underWay && <Progress value={percentOf(counts.decided, lines.length)} aria-label={outcome.title} />}
        <p role="status" className={styles['status']}>
          {underWay ? outcome.underWay(counts.decided, lines.length) : outcomeText(counts, messages)}
        </p>
        <ul aria-label={followUp.counts} className={styles['counts']}>
          {countsByState(lines).map(({ state, isCancelled, count }) => (
            <li key={`${state} ${String(isCancelled)}`}>
              <LineStateBadge line={{ state, cancellation_date: isCancelled ? 'yes' : '' }} /> {count}
            </li>
          ))}
        </ul>
        <WaitingLines counts={counts} isUnderWay={underWay} />
        <RejectedLines lines={rejected} />
        {continuations.data?.carts.map(({ id, external_id, creation_date }) => (
          <p key={id}>
            <Link to="/carts/$cartId" params={{ cartId: id }}>
              {shownText(external_id)}
            </Link>{' '}
            {followUp.madeFrom(creation_date === '' ? '' : date(creation_date))}
          </p>
        ))}
        {mayContinue && (
          <div>
            <Button onClick={() => setIsCopying(true)}>{followUp.newCart(rejected.length)}</Button>
          </div>
        )}
        {underWay && <NotifyButton />}
        <p className={styles['time']}>
          {outcome.readAt(time(readAt))}
          {' · '}
          {!underWay ? followUp.settled : isPolled(reading) ? outcome.watching : followUp.noLongerRead}
        </p>
        <Record reading={reading} readAt={readAt} />
      </div>
      <Suspense>
        {isCopying && !continuations.isLoading && (
          <LazyCopyLinesDialog
            cart={reading.cart}
            lines={rejected}
            reason="rejected"
            {...(continuations.data ? { proposed: continuations.data.nextReference } : {})}
            onClose={() => setIsCopying(false)}
          />
        )}
      </Suspense>
    </Panel>
  );
}

/** The lines that the one sentence of the outcome leaves open; each stands in one group at most. */
function WaitingLines({
  counts,
  isUnderWay,
}: {
  readonly counts: CartOutcome;
  readonly isUnderWay: boolean;
}) {
  const { outcome, followUp } = useAllMessages();
  const { held, inProgress, unknown, unknownStates, cancelled } = counts;
  return (
    <>
      {held > 0 && <p>{outcome.heldText(held)}</p>}
      {!isUnderWay && inProgress > 0 && <p>{outcome.stayText(inProgress)}</p>}
      {unknown > 0 && <p>{outcome.oddText(unknown, unknownStates.map(shownText).join(', '))}</p>}
      {cancelled > 0 && <p role="status">{followUp.cancelledText(cancelled)}</p>}
    </>
  );
}

/** The receipt of this browser's order, or a record of the API's present state. */
function Record({ reading, readAt }: Pick<OutcomePanelProps, 'reading' | 'readAt'>) {
  const { record } = useAllMessages();
  const sent = useSentOrder(reading.cart.id);
  if (sent) return <OrderReceiptLink sent={sent} />;
  return (
    <div className={receiptStyles['record']}>
      {sent === null && <p className={styles['time']}>{record.readText}</p>}
      <ReceiptButtons of={{ kind: 'read', cart: reading.cart, at: readAt }} />
    </div>
  );
}
