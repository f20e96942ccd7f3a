import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CartHeader } from '~/contract/cart';
import { useMessages } from '~/i18n/I18nProvider';
import type { Column } from '~/ui/DataTable';
import { Time } from '~/ui/Time';
import { CartStateBadge } from './CartStateBadge';

const DATES = ['creation_date', 'order_date', 'completion_date', 'cancellation_date'] as const;

/** The columns of the list of carts, named by the API's fields. The API offers no sort for this list. */
export function useCartColumns(): readonly Column<CartHeader>[] {
  const { cartFields, cartsPage } = useMessages();
  return useMemo(
    () => [
      {
        key: 'external_id',
        header: cartFields.external_id,
        cell: (cart) => (
          <Link to="/carts/$cartId" params={{ cartId: cart.id }} preload="intent">
            {cart.external_id || cartsPage.noReference}
          </Link>
        ),
      },
      { key: 'project_id', header: cartFields.project_id, cell: (cart) => cart.project_id },
      {
        key: 'state',
        header: cartFields.state,
        width: '9rem',
        cell: (cart) => <CartStateBadge state={cart.state} />,
      },
      ...DATES.map((field) => ({
        key: field,
        header: cartFields[field],
        width: '11rem',
        cell: (cart: CartHeader) => (cart[field] === '' ? null : <Time value={cart[field]} withTime />),
      })),
    ],
    [cartFields, cartsPage],
  );
}
