import { Link } from '@tanstack/react-router';
import { isUnderWay, type CartReading } from '~/api/carts';
import { readableLines } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import { isKnownLineState } from '~/contract/states';
import { isCancelled, isDecided, isRejected } from '~/domain/order-line-lifecycle';
import { lineName } from '~/features/order-lines/LineName';
import { leafLabel } from '~/features/order-lines/line-labels';
import { rejectedLeaf } from '~/features/order-lines/rejections';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Panel } from '~/ui/Panel';
import styles from './OutcomePanel.module.css';

interface OutcomePanelProps {
  readonly reading: CartReading;
  readonly readAt: Date;
  readonly isReading: boolean;
  readonly onReadNow: () => void;
}

/** What became of a confirmed cart, in words, as read and when. */
export function OutcomePanel({ reading, readAt, isReading, onReadNow }: OutcomePanelProps) {
  const { outcome } = useAllMessages();
  const { time } = useFormats();
  const lines = readableLines(reading.cart);
  const underWay = isUnderWay(reading);
  const decided = lines.filter(isDecided).length;
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
            value={decided}
            max={lines.length}
            aria-label={outcome.title}
          />
        )}
        <p role="status" className={styles['words']}>
          {underWay ? outcome.underWay(decided, lines.length) : <Ended lines={lines} />}
        </p>
        <p>{underWay ? outcome.watching : outcome.settled}</p>
        <WaitingLines lines={lines} isUnderWay={underWay} />
        <RejectedLines lines={lines.filter(isRejected)} />
        <p className={styles['time']}>{outcome.readAt(time(readAt))}</p>
      </div>
    </Panel>
  );
}

interface LinesProps {
  readonly lines: readonly OrderLine[];
}

function Ended({ lines }: LinesProps) {
  const { outcome } = useAllMessages();
  const rejected = lines.filter(isRejected).length;
  const created = lines.filter(
    (line) => (line.state === 'acknowledged' || line.state === 'held_adv_validation') && !isCancelled(line),
  ).length;
  if (rejected > 0 && rejected === lines.length) return outcome.rejected(rejected);
  if (rejected > 0) return outcome.partial(created, rejected);
  return created === lines.length ? outcome.completed(created) : outcome.someCreated(created, lines.length);
}

/** What the outcome in one sentence leaves open: each line is in one of these at the most. */
function WaitingLines({ lines, isUnderWay }: LinesProps & { readonly isUnderWay: boolean }) {
  const { outcome } = useAllMessages();
  const cancelled = lines.filter(isCancelled);
  const others = lines.filter((line) => !isCancelled(line));
  const held = others.filter(({ state }) => state === 'held_adv_validation').length;
  const staying = others.filter(({ state }) => state === 'in_progress').length;
  const odd = others.filter(({ state }) => !isKnownLineState(state)).map(({ state }) => state);
  return (
    <>
      {held > 0 && <p>{outcome.heldText(held)}</p>}
      {!isUnderWay && staying > 0 && <p>{outcome.stayText(staying)}</p>}
      {odd.length > 0 && <p>{outcome.oddText(odd.length, [...new Set(odd)].join(', '))}</p>}
      {cancelled.length > 0 && <p>{outcome.cancelledText(cancelled.length)}</p>}
    </>
  );
}

/** Each rejected line with what the operator said of it, leading to the field that it names. */
function RejectedLines({ lines }: LinesProps) {
  const messages = useAllMessages();
  const { outcome, linePage } = messages;
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{outcome.rejectedLines}</h3>
      <ul className={styles['rejected']}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to="/lines/$lineId" params={{ lineId: line.id }}>
              {lineName(line, messages)}
            </Link>
            <ul>
              {line.termination_error.map((error, index) => {
                const key = rejectedLeaf(error);
                return (
                  <li key={`${error.code} ${error.property_path} ${index}`}>
                    <strong>{error.code}</strong>{' '}
                    {key ? (
                      <Link to="/lines/$lineId" params={{ lineId: line.id }} hash={key}>
                        {leafLabel(key, messages)}
                      </Link>
                    ) : (
                      error.property_path !== '' && linePage.errorAt(error.property_path)
                    )}{' '}
                    {error.value !== '' && linePage.errorValue(error.value)}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
