import { useConfirmationCheck } from '~/api/write/carts/confirmation-check';
import type { OpenConfirmation } from '~/api/write/carts/open-confirmation';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Notice } from '~/ui/feedback/Notice';
import { OrderReceiptLink } from '~/features/carts/receipt/OrderReceiptLink';
import { useSentOrder } from '~/features/carts/receipt/sent-order';

interface ConfirmationPendingNoticeProps {
  readonly cartId: string;
  readonly pending: OpenConfirmation;
}

/**
 * Says that a cart's confirmation is open: since when, sent by this computer or another, and the next step. A person may
 * review the cart anew only after it is proved, as far as possible, that nothing was placed.
 */
export function ConfirmationPendingNotice({ cartId, pending }: ConfirmationPendingNoticeProps) {
  const { outcome } = useAllMessages();
  const { time } = useFormats();
  const { kind, lift, isLifting, liftError } = useConfirmationCheck(cartId, pending);
  const sent = useSentOrder(cartId);
  const receipt = sent && pending.isOwn && <OrderReceiptLink sent={sent} />;
  const since = time(new Date(pending.since));
  if (kind === 'checking') {
    return (
      <>
        <Notice tone="warning" announce="alert">
          <p>{pending.isOwn ? outcome.checking(since) : outcome.checkingElsewhere(since)}</p>
          <p>{outcome.checkedUntil(time(new Date(pending.until)))}</p>
        </Notice>
        {receipt}
      </>
    );
  }
  return (
    <>
      {liftError && <FailureNotice error={liftError} of="read" />}
      <Notice
        tone="warning"
        announce="alert"
        actions={
          <Button disabled={isLifting} onClick={lift}>
            {outcome.checkAgain}
          </Button>
        }
      >
        <p>{outcome.notPlaced}</p>
        <p>{outcome.wrongGuess}</p>
      </Notice>
      {receipt}
    </>
  );
}
