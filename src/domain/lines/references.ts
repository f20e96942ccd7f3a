import type { OrderLine } from '~/contract/order-line';

export interface LineReference {
  readonly value: string;
  /** Set before confirmation and to be replaced: "Temporary reference (before confirmation)". */
  readonly isTemporary: boolean;
}

/** The reference to show for a line: order_reference, before it is set temporary_reference; null when it has neither. */
export function lineReference(
  line: Pick<OrderLine, 'order_reference' | 'temporary_reference'>,
): LineReference | null {
  if (line.order_reference !== '') return { value: line.order_reference, isTemporary: false };
  return line.temporary_reference === '' ? null : { value: line.temporary_reference, isTemporary: true };
}
