import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cartQueries } from '~/api/carts';
import { endConfirmation } from '~/api/pending-confirmations';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';

/** In milliseconds: how often the cart is read, and for how long, before its drafts are believed. */
const INTERVAL = 5_000;
const HOLD = 120_000;

interface CheckingNoticeProps {
  readonly cartId: string;
  /** When the confirmation was sent, in milliseconds. */
  readonly since: number;
}

/**
 * After a confirmation whose answer left it open: reads the cart until its lines show that the order was placed. Only
 * when they are still drafts two minutes after it was sent may somebody look at the cart again and decide.
 */
export function CheckingNotice({ cartId, since }: CheckingNoticeProps) {
  const { outcome } = useAllMessages();
  const isOver = useIsPast(since + HOLD);
  useQuery({ ...cartQueries.detail(cartId), refetchInterval: isOver ? false : INTERVAL });
  return (
    <Notice
      tone="warning"
      announce="alert"
      {...(isOver
        ? { actions: <Button onClick={() => endConfirmation(cartId)}>{outcome.checkAgain}</Button> }
        : {})}
    >
      <p>{isOver ? outcome.notPlaced : outcome.checking}</p>
    </Notice>
  );
}

function useIsPast(moment: number): boolean {
  const [isPast, setIsPast] = useState(() => Date.now() >= moment);
  useEffect(() => {
    const timer = setTimeout(() => setIsPast(true), Math.max(0, moment - Date.now()));
    return () => clearTimeout(timer);
  }, [moment]);
  return isPast;
}
