import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { OrderLineSummary } from '~/contract/order-line';
import { useMessages } from '~/i18n/I18nProvider';
import type { Column } from '~/ui/DataTable';
import { Time } from '~/ui/Time';
import { DraftExpiryNote } from './DraftExpiryNote';
import { LineReference } from './LineName';
import { LineStateBadge } from './LineStateBadge';

/** The columns of the list of lines, named by the API's fields, under which the API also sorts. */
export function useLineColumns(): readonly Column<OrderLineSummary>[] {
  const { lineFields, linesPage } = useMessages();
  return useMemo(
    () => [
      {
        key: 'reference',
        header: linesPage.reference,
        width: '15.5rem',
        sortKey: 'order_reference',
        cell: (line) => (
          <Link to="/lines/$lineId" params={{ lineId: line.id }} preload="intent">
            <LineReference line={line} />
          </Link>
        ),
      },
      {
        key: 'end_customer_name',
        header: lineFields.end_customer_name,
        sortKey: 'end_customer_name',
        cell: (line) => line.end_customer_name,
      },
      {
        key: 'customer_order_name',
        header: lineFields.customer_order_name,
        sortKey: 'customer_order_name',
        cell: (line) => line.customer_order_name,
      },
      {
        key: 'external_id',
        header: lineFields.external_id,
        width: '7.5rem',
        cell: (line) => line.external_id,
      },
      {
        key: 'state',
        header: lineFields.state,
        width: '14rem',
        sortKey: 'state',
        cell: (line) => <LineStateBadge line={line} />,
      },
      {
        key: 'creation_date',
        header: lineFields.creation_date,
        width: '7.5rem',
        sortKey: 'creation_date',
        cell: (line) => <Time value={line.creation_date} />,
      },
      {
        key: 'expiration_date',
        header: lineFields.expiration_date,
        width: '9rem',
        sortKey: 'expiration_date',
        cell: (line) => (line.state === 'created' ? <DraftExpiryNote line={line} /> : null),
      },
      {
        key: 'scheduled_delivery_date',
        header: lineFields.scheduled_delivery_date,
        width: '8.5rem',
        sortKey: 'scheduled_delivery_date',
        cell: (line) =>
          line.scheduled_delivery_date === '' ? null : <Time value={line.scheduled_delivery_date} />,
      },
      {
        key: 'product_order_id',
        header: linesPage.cart,
        width: '5rem',
        cell: (line) =>
          line.product_order_id === '' ? null : (
            <Link
              to="/carts/$cartId"
              params={{ cartId: line.product_order_id }}
              preload="intent"
              aria-label={linesPage.openCart}
            >
              {linesPage.open}
            </Link>
          ),
      },
    ],
    [lineFields, linesPage],
  );
}
