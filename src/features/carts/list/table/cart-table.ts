import type { CartHeader } from '~/contract/cart';
import { createSettingsStore } from '~/ui/table/table-settings';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

/** Every field of a row of the list of carts, and its width in pixels. */
export const CART_COLUMN_WIDTHS = {
  external_id: 220,
  project_id: 180,
  state: 140,
  creation_date: 180,
  order_date: 180,
  completion_date: 180,
  cancellation_date: 180,
  id: 320,
} as const satisfies Record<keyof CartHeader, number>;

function isCartField(name: string): name is keyof CartHeader {
  return name in CART_COLUMN_WIDTHS;
}

export const CART_COLUMNS: readonly (keyof CartHeader)[] =
  Object.keys(CART_COLUMN_WIDTHS).filter(isCartField);

/** How a person wants the list of carts. */
export const cartTable = createSettingsStore(STORAGE_KEYS.cartTable, {
  all: CART_COLUMNS,
  shown: CART_COLUMNS.slice(0, 7),
});
