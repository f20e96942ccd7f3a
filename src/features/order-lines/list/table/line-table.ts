import type { OrderLineSummary } from '~/contract/order-line';
import { createSettingsStore } from '~/ui/table/table-settings';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

export type SummaryField = keyof OrderLineSummary;

/** Every field of a row of the list, and its width in pixels. */
export const LINE_COLUMN_WIDTHS = {
  order_reference: 276,
  end_customer_name: 150,
  customer_order_name: 140,
  external_id: 108,
  state: 196,
  creation_date: 98,
  expiration_date: 142,
  scheduled_delivery_date: 112,
  product_order_id: 66,
  temporary_reference: 230,
  order_date: 104,
  product_offering_id: 150,
  product_offering_qualification_item_id: 310,
  id: 310,
} as const satisfies Record<SummaryField, number>;

export function isSummaryField(name: string): name is SummaryField {
  return Object.hasOwn(LINE_COLUMN_WIDTHS, name);
}

export const LINE_COLUMNS: readonly SummaryField[] = Object.keys(LINE_COLUMN_WIDTHS).filter(isSummaryField);

/** How a person wants the list of lines. */
export const lineTable = createSettingsStore(STORAGE_KEYS.lineTable, {
  all: LINE_COLUMNS,
  shown: LINE_COLUMNS.slice(0, 9),
});

/** The storage key of this list's saved views. */
export const VIEWS_KEY = STORAGE_KEYS.lineViews;
