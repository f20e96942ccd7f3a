import { useConfirmationCheck } from '~/api/confirmation-check';
import type { PendingConfirmation } from '~/api/pending-confirmations';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useSent } from '~/kept/use-sent';
import { Button } from '~/ui/Button';
import { FailureNotice } from '~/ui/FailureNotice';
import { Notice } from '~/ui/Notice';
import { SentRecord } from './SentRecord';

interface CheckingNoticeProps {
  readonly cartId: string;
  readonly pending: PendingConfirmation;
}

/**
 * After a confirmation whose answer left it open: says so, and since when, while the cart is read. Only when it is proved
 * as far as it can be that nothing was placed may somebody look at the cart again and decide.
 */
export function CheckingNotice({ cartId, pending }: CheckingNoticeProps) {
  const { outcome } = useAllMessages();
  const { time } = useFormats();
  const { kind, lift, isLifting, liftError } = useConfirmationCheck(cartId, pending);
  const sent = useSent(cartId);
  const record = sent && <SentRecord sent={sent} />;
  if (kind === 'checking') {
    return (
      <>
        <Notice tone="warning" announce="alert">
          <p>{outcome.checking(time(new Date(pending.since)))}</p>
        </Notice>
        {record}
      </>
    );
  }
  return (
    <>
      {liftError && <FailureNotice error={liftError} of="write" />}
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
      {record}
    </>
  );
}
