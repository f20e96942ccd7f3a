import { useMemo } from 'react';
import { cartAddress } from '~/features/order-lines/addresses';
import type { CartHeader } from '~/contract/cart';
import type { BaseMessages } from '~/i18n/en';
import { useMessages } from '~/i18n/I18nProvider';
import { Copyable } from '~/ui/Copyable';
import type { Column } from '~/ui/DataTable';
import { Time } from '~/ui/Time';
import { CART_COLUMN_WIDTHS, CART_COLUMNS } from './cart-table';
import { CartStateBadge } from './CartStateBadge';

/** All columns of the list of carts, named by the API's fields. The API offers no sort for this list. */
export function useCartColumns(): readonly Column<CartHeader>[] {
  const messages = useMessages();
  return useMemo(
    () =>
      CART_COLUMNS.map((field) => ({
        key: field,
        header: messages.cartFields[field],
        width: CART_COLUMN_WIDTHS[field],
        cell: (cart: CartHeader) => cellOf(field, cart, messages),
      })),
    [messages],
  );
}

function cellOf(field: keyof CartHeader, cart: CartHeader, { cartsPage, cartFields }: BaseMessages) {
  switch (field) {
    case 'external_id':
      return (
        <Copyable value={cart.external_id} what={cartFields.external_id}>
          <a href={cartAddress(cart.id)}>{cart.external_id || cartsPage.noReference}</a>
        </Copyable>
      );
    case 'state':
      return <CartStateBadge state={cart.state} />;
    case 'id':
      return (
        <Copyable value={cart.id} what={cartFields.id}>
          {cart.id}
        </Copyable>
      );
    case 'project_id':
      return cart.project_id;
    default:
      return cart[field] === '' ? null : <Time value={cart[field]} withTime />;
  }
}
