import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { isStillRead, isUnderWay, type CartReading } from '~/api/carts';
import { useContinuations } from '~/api/continued-carts';
import { readableLines } from '~/contract/cart';
import { cartOutcome, countsByState, type CartOutcome } from '~/domain/cart-outcome';
import { isRejected } from '~/domain/order-line-lifecycle';
import { LineStateBadge } from '~/features/order-lines/LineStateBadge';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { useSent } from '~/kept/use-sent';
import { Button } from '~/ui/Button';
import { Panel } from '~/ui/Panel';
import { CopyLinesDialog } from './later-dialogs';
import { NotifyButton } from './NotifyButton';
import { outcomeWords } from './outcome-words';
import styles from './OutcomePanel.module.css';
import { RecordButtons } from './RecordButtons';
import { RejectedLines } from './RejectedLines';
import { SentRecord } from './SentRecord';
import { useFollowHere } from './use-follow-here';

interface OutcomePanelProps {
  readonly reading: CartReading;
  readonly readAt: Date;
  readonly isReading: boolean;
  readonly onReadNow: () => void;
}

/** What became of a confirmed cart, in words, as read and when; and what can be made of what was rejected. */
export function OutcomePanel({ reading, readAt, isReading, onReadNow }: OutcomePanelProps) {
  const messages = useAllMessages();
  const { outcome } = messages;
  const { followUp } = useOrderMessages();
  const { date, time } = useFormats();
  const [isCopying, setIsCopying] = useState(false);
  useFollowHere(reading);
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
        <Button look="quiet" disabled={isReading} onClick={onReadNow}>
          {outcome.readNow}
        </Button>
      }
    >
      <div className={styles['outcome']}>
        {underWay && (
          <progress
            className={styles['progress']}
            value={counts.decided}
            max={lines.length}
            aria-label={outcome.title}
          />
        )}
        <p role="status" className={styles['words']}>
          {underWay ? outcome.underWay(counts.decided, lines.length) : outcomeWords(counts, messages)}
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
              {external_id}
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
          {!underWay ? followUp.settled : isStillRead(reading) ? outcome.watching : followUp.noLongerRead}
        </p>
        <Record reading={reading} readAt={readAt} />
      </div>
      <Suspense>
        {isCopying && !continuations.isLoading && (
          <CopyLinesDialog
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

/** What the outcome in one sentence leaves open: each line is in one of these at the most. */
function WaitingLines({
  counts,
  isUnderWay,
}: {
  readonly counts: CartOutcome;
  readonly isUnderWay: boolean;
}) {
  const { outcome } = useAllMessages();
  const { followUp } = useOrderMessages();
  const { held, inProgress, unknown, unknownStates, cancelled } = counts;
  return (
    <>
      {held > 0 && <p>{outcome.heldText(held)}</p>}
      {!isUnderWay && inProgress > 0 && <p>{outcome.stayText(inProgress)}</p>}
      {unknown > 0 && <p>{outcome.oddText(unknown, unknownStates.join(', '))}</p>}
      {cancelled > 0 && <p role="status">{followUp.cancelledText(cancelled)}</p>}
    </>
  );
}

/** The record of what was sent from this browser; else of what the API shows. */
function Record({ reading, readAt }: Pick<OutcomePanelProps, 'reading' | 'readAt'>) {
  const { record } = useOrderMessages();
  const sent = useSent(reading.cart.id);
  if (sent) return <SentRecord sent={sent} />;
  return (
    <div className={styles['record']}>
      {sent === null && <p className={styles['time']}>{record.readText}</p>}
      <RecordButtons of={{ kind: 'read', cart: reading.cart, at: readAt }} />
    </div>
  );
}
