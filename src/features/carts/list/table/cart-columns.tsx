import { shownText } from '~/i18n/shown-text';
import { useMemo } from 'react';
import { cartHref } from '~/features/order-lines/display/hrefs';
import type { CartHeader } from '~/contract/cart';
import type { UnsavedMarks } from '~/features/lists/unsaved/unsaved-marks';
import type { Formats } from '~/i18n/formats';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import type { Messages } from '~/i18n/messages';
import type { Column } from '~/ui/table/table-model';
import { CART_COLUMN_WIDTHS, CART_COLUMNS } from './cart-table';
import { CartStateBadge } from '~/features/carts/display/CartStateBadge';

/** All columns of the list of carts, named by the API's fields. The API offers no sort for this list. */
export function useCartColumns(marks: UnsavedMarks): readonly Column<CartHeader>[] {
  const messages = useAllMessages();
  const formats = useFormats();
  return useMemo(
    () =>
      CART_COLUMNS.map((field) => ({
        key: field,
        header: messages.cartFields[field],
        width: CART_COLUMN_WIDTHS[field],
        ...(COPIED.includes(field) ? { copy: (cart: CartHeader) => cart[field] } : {}),
        ...(LONG.includes(field) ? { isLong: true } : {}),
        ...(LONG.includes(field) || field.endsWith('_date')
          ? { title: (cart: CartHeader) => shownText(cart[field]) }
          : {}),
        cell: (cart: CartHeader) => cellOf(field, cart, messages, formats, marks),
      })),
    [messages, formats, marks],
  );
}

const LONG: readonly (keyof CartHeader)[] = ['external_id', 'project_id'];
const COPIED: readonly (keyof CartHeader)[] = ['external_id', 'id'];

function cellOf(
  field: keyof CartHeader,
  cart: CartHeader,
  { cartsPage }: Messages,
  { dateTime }: Formats,
  marks: UnsavedMarks,
) {
  switch (field) {
    case 'external_id':
      return (
        <a href={cartHref(cart.id)}>
          {marks.get(cart.id)}
          {shownText(cart.external_id) || cartsPage.noReference}
        </a>
      );
    case 'state':
      return <CartStateBadge state={cart.state} />;
    case 'id':
    case 'project_id':
      return shownText(cart[field]);
    default:
      return cart[field] === '' ? null : dateTime(cart[field]);
  }
}
