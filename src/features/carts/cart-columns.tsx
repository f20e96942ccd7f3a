import { useMemo } from 'react';
import { cartAddress } from '~/features/order-lines/addresses';
import type { CartHeader } from '~/contract/cart';
import type { KeptMarks } from '~/features/order-lines/KeptMark';
import type { Formats } from '~/i18n/formats';
import { useAllMessages, useFormats, type Messages } from '~/i18n/I18nProvider';
import type { Column } from '~/ui/DataTable';
import { CART_COLUMN_WIDTHS, CART_COLUMNS } from './cart-table';
import { CartStateBadge } from './CartStateBadge';

/** All columns of the list of carts, named by the API's fields. The API offers no sort for this list. */
export function useCartColumns(marks: KeptMarks): readonly Column<CartHeader>[] {
  const messages = useAllMessages();
  const formats = useFormats();
  return useMemo(
    () =>
      CART_COLUMNS.map((field) => ({
        key: field,
        header: messages.cartFields[field],
        width: CART_COLUMN_WIDTHS[field],
        ...(COPIED.includes(field) ? { copy: (cart: CartHeader) => cart[field] } : {}),
        ...(field.endsWith('_date') ? { title: (cart: CartHeader) => cart[field] } : {}),
        cell: (cart: CartHeader) => cellOf(field, cart, messages, formats, marks),
      })),
    [messages, formats, marks],
  );
}

const COPIED: readonly (keyof CartHeader)[] = ['external_id', 'id'];

function cellOf(
  field: keyof CartHeader,
  cart: CartHeader,
  { cartsPage }: Messages,
  { dateTime }: Formats,
  marks: KeptMarks,
) {
  switch (field) {
    case 'external_id':
      return (
        <a href={cartAddress(cart.id)}>
          {marks.get(cart.id)}
          {cart.external_id || cartsPage.noReference}
        </a>
      );
    case 'state':
      return <CartStateBadge state={cart.state} />;
    case 'id':
    case 'project_id':
      return cart[field];
    default:
      return cart[field] === '' ? null : dateTime(cart[field]);
  }
}
