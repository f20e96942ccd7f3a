import { useQuery } from '@tanstack/react-query';
import { cartQueries } from '~/api/read/carts';
import { lineQueries } from '~/api/read/order-lines';
import { useOpenConfirmation, type OpenConfirmation } from '~/api/write/carts/open-confirmation';
import { usePageInput } from '~/autosave/page-input-status';
import { nextCheckDelay } from '~/domain/carts/polling-schedule';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';

interface CartLockNoticeProps {
  readonly cartId: string;
  /** The line of the page; none for a new one. */
  readonly lineId?: string;
}

/**
 * Says that a cart is being confirmed, so that no line of it can be changed: since when, by this computer or another, and
 * what is next. Nothing otherwise.
 */
export function CartLockNotice({ cartId, lineId }: CartLockNoticeProps) {
  const open = useOpenConfirmation(cartId);
  return open && <OpenNotice cartId={cartId} {...(lineId === undefined ? {} : { lineId })} open={open} />;
}

/** Reads the line, or the cart of a new one, until the confirmation has ended: each reading carries the lock. */
function OpenNotice({ cartId, lineId, open }: CartLockNoticeProps & { readonly open: OpenConfirmation }) {
  const { outcome } = useAllMessages();
  const { time } = useFormats();
  const input = usePageInput();
  const refetchInterval = () => nextCheckDelay(Date.now() - open.since);
  useQuery({ ...lineQueries.detail(lineId ?? ''), refetchInterval, enabled: lineId !== undefined });
  useQuery({ ...cartQueries.detail(cartId), refetchInterval });
  const since = time(new Date(open.since));
  return (
    <Notice tone="warning" title={outcome.lineLocked(since)} announce="status">
      <p>{open.isOwn ? outcome.checking(since) : outcome.checkingElsewhere(since)}</p>
      <p>{outcome.checkedUntil(time(new Date(open.until)))}</p>
      {input !== 'none' && <p>{outcome.lockedInput[input]}</p>}
      <p>{outcome.lineLockEnds}</p>
    </Notice>
  );
}
