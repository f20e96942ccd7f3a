import { isOpenOrder, useOrder } from '~/api/records/orders';
import type { ReceiptSource } from './order-receipt';

/** What the record of a cart's order proves, for the words of its receipt. */
export function useReceiptKind(cartId: string): ReceiptSource['kind'] {
  const order = useOrder(cartId);
  if (isOpenOrder(order)) return 'open';
  return order?.state === 'not-placed' ? 'notPlaced' : 'sent';
}
