import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cartQueries } from '~/api/carts';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';

/** In milliseconds: how often the cart is read, and for how long, before its drafts are believed. */
const INTERVAL = 5_000;
const HOLD = 120_000;

interface CheckingNoticeProps {
  readonly cartId: string;
  readonly onCheckAgain: () => void;
}

/**
 * After a confirmation whose answer left it open: reads the cart until its lines show that the order was placed. Only
 * when they are still drafts after two minutes may somebody look at the cart again and decide.
 */
export function CheckingNotice({ cartId, onCheckAgain }: CheckingNoticeProps) {
  const { outcome } = useAllMessages();
  const [isOver, setIsOver] = useState(false);
  useQuery({ ...cartQueries.detail(cartId), refetchInterval: isOver ? false : INTERVAL });
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), HOLD);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Notice
      tone="warning"
      announce="alert"
      {...(isOver ? { actions: <Button onClick={onCheckAgain}>{outcome.checkAgain}</Button> } : {})}
    >
      <p>{isOver ? outcome.notPlaced : outcome.checking}</p>
    </Notice>
  );
}
