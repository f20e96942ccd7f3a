import { Suspense } from 'react';
import type { CartReading } from '~/api/read/carts';
import type { OpenConfirmation } from '~/api/write/carts/open-confirmation';
import { LazyCartBatchNotice } from '~/features/batches/lazy';
import { ConfirmationPendingNotice } from '~/features/carts/confirm/ConfirmationPendingNotice';
import { NotPlacedNotice } from '~/features/carts/confirm/NotPlacedNotice';
import { OrphanedCreations } from '~/features/carts/creation/orphaned/OrphanedCreations';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Notice } from '~/ui/feedback/Notice';
import { ExpiredNotice } from './CartHead';
import { UnsavedNewLine } from './UnsavedNewLine';

interface CartNoticesProps {
  readonly reading: CartReading;
  readonly readError: Error | null;
  readonly pending: OpenConfirmation | null;
  readonly isEditable: boolean;
  readonly hasDraftsOnly: boolean;
  readonly onReadAgain: () => void;
}

/** What a person has to know of a cart before its lines. */
export function CartNotices(props: CartNoticesProps) {
  const { reading, readError, pending, isEditable, hasDraftsOnly, onReadAgain } = props;
  const { cartHead } = useAllMessages();
  const cartId = reading.cart.id;
  const isDraftCart = reading.status.state === 'created';
  return (
    <>
      <OrphanedCreations />
      <Suspense>
        <LazyCartBatchNotice cartId={cartId} isDraft={isDraftCart} />
      </Suspense>
      {readError && <FailureNotice error={readError} of="read" isShowingOld onRetry={onReadAgain} />}
      {isDraftCart && pending !== null && <ConfirmationPendingNotice cartId={cartId} pending={pending} />}
      {isDraftCart && <NotPlacedNotice cartId={cartId} />}
      <Suspense>{isEditable && <UnsavedNewLine cartId={cartId} />}</Suspense>
      {isDraftCart && !hasDraftsOnly && (
        <Notice tone="warning">
          <p>{cartHead.notDeletable}</p>
        </Notice>
      )}
      {isEditable && <ExpiredNotice reading={reading} />}
    </>
  );
}
