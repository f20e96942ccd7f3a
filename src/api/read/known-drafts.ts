import type { QueryClient } from '@tanstack/react-query';
import { readableLines } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { queryKeys } from '~/api/transport/query-keys';
import type { CartReading } from './carts';

/** The drafts of other carts that this page has read, each once. Nothing is read for it. */
export function knownDrafts(client: QueryClient, exceptCartId: string): readonly OrderLine[] {
  const lines = [
    ...client
      .getQueriesData<CartReading>({ queryKey: queryKeys.carts })
      .flatMap(([, reading]) => (reading ? readableLines(reading.cart) : [])),
    ...client.getQueriesData<OrderLine>({ queryKey: queryKeys.lines }).flatMap(([, line]) => line ?? []),
  ].filter((line) => line.product_order_id !== exceptCartId && isDraft(line));
  return [...new Map(lines.map((line) => [line.id, line])).values()];
}
