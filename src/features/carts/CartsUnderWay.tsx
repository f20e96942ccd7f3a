import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useCartReadings } from '~/api/cart-readings';
import { isUnderWay, type CartReading } from '~/api/carts';
import { usePendingConfirmations } from '~/api/pending-confirmations';
import { readableLines } from '~/contract/cart';
import { cartOutcome, type CartOutcome } from '~/domain/cart-outcome';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Menu } from '~/ui/Menu';
import { Button } from '~/ui/Button';
import { cartName } from './cart-name';
import styles from './CartsUnderWay.module.css';
import { forgetCart, useFollowedCarts } from './followed-carts';
import { notify, useNotifyChoice } from './notify-choice';
import { outcomeWords } from './outcome-words';
import { useTitleMark } from './use-title-mark';

/**
 * The carts that were placed from this browser and are not decided, from anywhere in the app; and those that were decided
 * meanwhile, until somebody has looked at them. What becomes of them is announced, in the tab's title, and as a
 * notification where one was asked for.
 */
export function CartsUnderWay() {
  const followed = Object.entries(useFollowedCarts()).map(([cartId, since]) => ({ cartId, since }));
  return followed.length === 0 ? null : <Followed followed={followed} />;
}

interface FollowedCart {
  readonly cartId: string;
  /** In milliseconds. */
  readonly since: number;
}

type Progress = 'reading' | 'checking' | 'under-way' | 'settled' | 'unread';

interface Followed {
  readonly cartId: string;
  readonly since: number;
  readonly progress: Progress;
  readonly name: string;
  readonly outcome: CartOutcome;
  readonly words: string;
}

function Followed({ followed }: { readonly followed: readonly FollowedCart[] }) {
  const { underWay } = useOrderMessages();
  const { common } = useAllMessages();
  const formats = useFormats();
  const { pathname } = useLocation();
  const carts = useFollowedReadings(followed, pathname);
  const decided = carts.filter(({ progress }) => progress === 'settled');
  const elsewhere = decided.filter(({ cartId }) => !pathname.includes(cartId));
  const underWayCount = carts.length - decided.length;
  const counts = [
    ...(underWayCount > 0 ? [underWay.count(underWayCount)] : []),
    ...(decided.length > 0 ? [underWay.decidedCount(decided.length)] : []),
  ];
  useTitleMark(decided[0] ? titleMark(decided[0].outcome) : null);
  useNotifications(carts, pathname);

  return (
    <>
      <p role="status" className="visually-hidden">
        {elsewhere.map(({ name, words }) => underWay.announced(name, words)).join(' ')}
      </p>
      <Menu label={counts.join(', ')}>
        {(close) => (
          <section aria-label={underWay.title} className={styles['panel']}>
            <ul className={styles['carts']}>
              {carts.map(({ cartId, since, progress, name, outcome, words }) => (
                <li key={cartId}>
                  <Link to="/carts/$cartId" params={{ cartId }} onClick={close}>
                    {name}
                  </Link>
                  <span className={styles['words']}>
                    {progress === 'under-way' && underWay.decided(outcome.decided, outcome.total)}
                    {progress === 'checking' && underWay.checking}
                    {progress === 'reading' && common.loading}
                    {progress === 'unread' && underWay.unread}
                    {progress === 'settled' && words} · {underWay.since(formats.time(new Date(since)))}
                  </span>
                  {progress === 'under-way' && (
                    <progress value={outcome.decided} max={outcome.total} aria-label={name} />
                  )}
                  <Button look="quiet" aria-label={underWay.forget(name)} onClick={() => forgetCart(cartId)}>
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Menu>
    </>
  );
}

/** "✓ 3/3 – ": all decided, and none rejected; "! 2/3 – " when somebody has to look. */
function titleMark({ created, total, rejected, cancelled }: CartOutcome): string {
  return `${rejected + cancelled > 0 ? '!' : '✓'} ${created}/${total} – `;
}

/** Reads the carts that are followed, at the pace of each. The one on the page is read by the page. */
function useFollowedReadings(followed: readonly FollowedCart[], pathname: string): Followed[] {
  const messages = useAllMessages();
  const pending = usePendingConfirmations();
  const isNotifying = useNotifyChoice() === 'on';
  const readings = useCartReadings(
    followed.map(({ cartId }) => cartId),
    // Who asked to be told while elsewhere wants them read while elsewhere.
    { isReadHere: (cartId) => pathname.includes(cartId), inBackground: isNotifying },
  );
  const carts = followed.map(({ cartId, since }): Followed => {
    const { reading, isError = false } = readings[cartId] ?? {};
    const isChecking = cartId in pending;
    return {
      cartId,
      since,
      progress: progressOf(reading, isChecking, isError),
      name: reading ? cartName(reading.cart, messages) : cartId,
      ...outcomeOf(reading, messages),
    };
  });
  const notPlaced = followed.filter(
    ({ cartId }) => readings[cartId]?.reading?.standing.state === 'created' && !(cartId in pending),
  );
  useEffect(() => {
    // A draft that nobody is checking was not placed: there is nothing to follow.
    for (const { cartId } of notPlaced) forgetCart(cartId);
  });
  return carts;
}

function progressOf(reading: CartReading | undefined, isChecking: boolean, isError: boolean): Progress {
  if (!reading) return isChecking ? 'checking' : isError ? 'unread' : 'reading';
  if (reading.standing.state === 'created') return 'checking';
  return isUnderWay(reading) ? 'under-way' : 'settled';
}

function outcomeOf(
  reading: CartReading | undefined,
  messages: ReturnType<typeof useAllMessages>,
): Pick<Followed, 'outcome' | 'words'> {
  const outcome = cartOutcome(reading ? readableLines(reading.cart) : []);
  return { outcome, words: outcomeWords(outcome, messages) };
}

/** Tells what this page has seen being decided, unless one is looking at it. */
function useNotifications(carts: readonly Followed[], pathname: string): void {
  const { underWay } = useOrderMessages();
  const navigate = useNavigate();
  const seenUnderWay = useRef(new Set<string>());
  useEffect(() => {
    for (const { cartId, progress, name, words } of carts) {
      if (progress !== 'settled') {
        // What was decided before this page was opened is no news.
        if (progress !== 'reading') seenUnderWay.current.add(cartId);
        continue;
      }
      if (!seenUnderWay.current.delete(cartId)) continue;
      if (!document.hidden && pathname.includes(cartId)) continue;
      notify(
        underWay.announced(name, words),
        cartId,
        () => void navigate({ to: '/carts/$cartId', params: { cartId } }),
      );
    }
  });
}
