import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useCartReadings } from '~/api/read/use-cart-readings';
import { isUnderWay, type CartReading } from '~/api/read/carts';
import { isOpenOrder, unfollowOrder, useOrders, type OrderRecord } from '~/api/records/orders';
import { useOrderRecovery } from '~/api/write/carts/confirmation-check';
import { readableLines } from '~/contract/cart';
import { cartOutcome, type CartOutcome } from '~/domain/carts/cart-outcome';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Menu } from '~/ui/dialogs/Menu';
import { Button, Progress } from '@mantine/core';
import { cartName } from '~/features/carts/display/cart-name';
import { percentOf } from '~/ui/feedback/percent';
import styles from './FollowedCartsMenu.module.css';
import { notify, useNotifyChoice } from './notify-choice';
import { outcomeText } from '~/features/carts/display/outcome-text';
import { useTitleBadge } from './use-title-badge';

/**
 * The carts placed from this browser that are under way, on every page, and the decided ones until they are seen. Each
 * outcome is announced, shown in the tab's title, and sent as a notification where notifications are on.
 */
export function FollowedCartsMenu() {
  useOrderRecovery();
  const followed = Object.values(useOrders()).filter(({ isFollowed }) => isFollowed);
  return followed.length === 0 ? null : <Followed followed={followed} />;
}

type Progress = 'reading' | 'checking' | 'not-placed' | 'under-way' | 'settled' | 'unread';

interface Followed {
  readonly cartId: string;
  readonly since: number;
  readonly progress: Progress;
  readonly name: string;
  readonly outcome: CartOutcome;
  readonly text: string;
}

function Followed({ followed }: { readonly followed: readonly OrderRecord[] }) {
  const { underWay } = useAllMessages();
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
  useTitleBadge(decided[0] ? titleMark(decided[0].outcome) : null);
  useNotifications(carts, pathname);

  return (
    <>
      <p role="status" className="visually-hidden">
        {elsewhere.map(({ name, text }) => underWay.announced(name, text)).join(' ')}
      </p>
      <Menu label={counts.join(', ')}>
        {(close) => (
          <section aria-label={underWay.title} className={styles['panel']}>
            <ul className={styles['carts']}>
              {carts.map(({ cartId, since, progress, name, outcome, text }) => (
                <li key={cartId}>
                  <Link to="/carts/$cartId" params={{ cartId }} onClick={close}>
                    {name}
                  </Link>
                  <span className={styles['status']}>
                    {progress === 'under-way' && underWay.decided(outcome.decided, outcome.total)}
                    {progress === 'checking' && underWay.checking}
                    {progress === 'not-placed' && underWay.notPlaced}
                    {progress === 'reading' && common.loading}
                    {progress === 'unread' && underWay.unread}
                    {progress === 'settled' && text} · {underWay.since(formats.time(new Date(since)))}
                  </span>
                  {progress === 'under-way' && (
                    <Progress
                      className={styles['progress']}
                      value={percentOf(outcome.decided, outcome.total)}
                      aria-label={name}
                    />
                  )}
                  <Button
                    variant="subtle"
                    aria-label={underWay.forget(name)}
                    onClick={() => unfollowOrder(cartId)}
                  >
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

/** "✓ 3/3 – " when every line was created; "! 2/3 – " when lines were rejected or cancelled. */
function titleMark({ created, total, rejected, cancelled }: CartOutcome): string {
  return `${rejected + cancelled > 0 ? '!' : '✓'} ${created}/${total} – `;
}

/** Reads the carts that are followed, at the pace of each. The one on the page is read by the page. */
function useFollowedReadings(followed: readonly OrderRecord[], pathname: string): Followed[] {
  const messages = useAllMessages();
  const isNotifying = useNotifyChoice() === 'on';
  const readings = useCartReadings(
    followed.map(({ cartId }) => cartId),
    // Notifications need readings while the tab is hidden.
    { isReadHere: (cartId) => pathname.includes(cartId), inBackground: isNotifying },
  );
  return followed.map((order): Followed => {
    const { cartId, since } = order;
    const { reading, isError = false } = readings[cartId] ?? {};
    return {
      cartId,
      since,
      progress: progressOf(order, reading, isError),
      name: reading ? cartName(reading.cart, messages) : cartId,
      ...outcomeOf(reading, messages),
    };
  });
}

function progressOf(order: OrderRecord, reading: CartReading | undefined, isError: boolean): Progress {
  if (order.state === 'not-placed') return 'not-placed';
  if (!reading) return isOpenOrder(order) ? 'checking' : isError ? 'unread' : 'reading';
  if (reading.status.state === 'created') return 'checking';
  return isUnderWay(reading) ? 'under-way' : 'settled';
}

function outcomeOf(
  reading: CartReading | undefined,
  messages: ReturnType<typeof useAllMessages>,
): Pick<Followed, 'outcome' | 'text'> {
  const outcome = cartOutcome(reading ? readableLines(reading.cart) : []);
  return { outcome, text: outcomeText(outcome, messages) };
}

/** Notifies of outcomes that this page saw, unless their cart is in view. */
function useNotifications(carts: readonly Followed[], pathname: string): void {
  const { underWay } = useAllMessages();
  const navigate = useNavigate();
  const seenUnderWay = useRef(new Set<string>());
  useEffect(() => {
    for (const { cartId, progress, name, text } of carts) {
      if (progress !== 'settled') {
        // An outcome from before this page was opened is no news.
        if (progress !== 'reading') seenUnderWay.current.add(cartId);
        continue;
      }
      if (!seenUnderWay.current.delete(cartId)) continue;
      if (!document.hidden && pathname.includes(cartId)) continue;
      notify(
        underWay.announced(name, text),
        cartId,
        () => void navigate({ to: '/carts/$cartId', params: { cartId } }),
      );
    }
  });
}
