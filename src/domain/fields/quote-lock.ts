import type { LineField, LineValues } from '~/contract/order-line';

/**
 * "The following fields cannot be edited when the order originates from a quotation" (Updating Order Line Information).
 */
export const QUOTE_LOCKED_FIELDS = [
  'end_customer_name',
  'product_offering_id',
  'product_offering_qualification_item_id',
  'customer_order_name',
  'business_code',
] as const satisfies LineField[];

/** A saved line with a quote_item_id originates from a quotation. */
export function isFromQuote(line: Pick<LineValues, 'quote_item_id'>): boolean {
  return line.quote_item_id !== '';
}

export function isQuoteLocked(line: Pick<LineValues, 'quote_item_id'>, field: LineField): boolean {
  return isFromQuote(line) && QUOTE_LOCKED_FIELDS.some((locked) => locked === field);
}
