import { useQueryClient } from '@tanstack/react-query';
import { readAllCarts } from '~/api/read/all-rows';
import type { CartHeader } from '~/contract/cart';
import type { CartListQuery } from '~/contract/list-query';
import { isKnownCartState } from '~/contract/states';
import { ExportDialog } from '~/features/lists/export/ExportDialog';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { Messages } from '~/i18n/messages';
import { useTableSettings } from '~/ui/table/table-settings';
import { CART_COLUMNS, cartTable } from '~/features/carts/list/table/cart-table';

interface ExportCartsProps {
  readonly query: CartListQuery;
  readonly total: number | null;
  readonly onClose: () => void;
}

/** Carts as a file, in the columns that the list shows. */
export function ExportCarts({ query, total, onClose }: ExportCartsProps) {
  const messages = useAllMessages();
  const { exports } = messages;
  const client = useQueryClient();
  const { columns } = useTableSettings(cartTable);
  const fields = columns.flatMap((key) => CART_COLUMNS.find((field) => field === key) ?? []);
  return (
    <ExportDialog
      title={exports.allCarts}
      fileName={exports.cartsFile}
      columns={fields.map((field) => ({
        key: field,
        header: messages.cartFields[field],
        text: (cart: CartHeader) => textOf(field, cart, messages),
      }))}
      source={{ total, rows: (reading) => readAllCarts(client, query, reading) }}
      onClose={onClose}
    />
  );
}

function textOf(field: keyof CartHeader, cart: CartHeader, { cartStates }: Messages): string {
  if (field !== 'state') return cart[field];
  return isKnownCartState(cart.state) ? cartStates[cart.state] : cart.state;
}
