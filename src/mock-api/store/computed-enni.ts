import type { LineValues } from '~/contract/order-line';

/** "It will be replaced by the value calculated by our system": the same for the same eligibility item. */
export function computedEnni(values: Pick<LineValues, 'product_offering_qualification_item_id'>): string {
  let sum = 0;
  for (const letter of values.product_offering_qualification_item_id)
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 10_000;
  return `AZ90${String(sum).padStart(4, '0')}`;
}
