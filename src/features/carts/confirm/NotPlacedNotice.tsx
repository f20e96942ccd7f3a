import { forgetOrder, useOrder } from '~/api/records/orders';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';

/** Says that an order which an earlier page left open was not placed. */
export function NotPlacedNotice({ cartId }: { readonly cartId: string }) {
  const { outcome } = useAllMessages();
  const { leftCreation } = useAllMessages();
  const { dateTime } = useFormats();
  const order = useOrder(cartId);
  if (order?.state !== 'not-placed') return null;
  return (
    <Notice
      tone="warning"
      announce="status"
      actions={<Button onClick={() => forgetOrder(cartId)}>{leftCreation.forget}</Button>}
    >
      <p>{outcome.notPlacedSince(dateTime(new Date(order.since).toISOString()))}</p>
    </Notice>
  );
}
