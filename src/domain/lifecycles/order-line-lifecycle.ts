import type { OrderLine } from '~/contract/order-line';

export type LineStatusFacts = Pick<OrderLine, 'state' | 'state_change' | 'order_date' | 'cancellation_date'>;

/**
 * A draft can still be edited: its state is created, its history knows no other state, and it has no order_date.
 * The last two count because another page of the same API uses `created` for "order made".
 */
export function isDraft(line: Omit<LineStatusFacts, 'cancellation_date'>): boolean {
  return (
    line.state === 'created' &&
    line.order_date === '' &&
    line.state_change.every((change) => change.state === 'created' || change.state === '')
  );
}

/** A line with a cancellation_date is cancelled whatever its state says. */
export function isCancelled(line: Pick<LineStatusFacts, 'cancellation_date'>): boolean {
  return line.cancellation_date !== '';
}

/** What confirmation led to: rejected_creation means that no order was created. */
export function isRejected(line: Pick<LineStatusFacts, 'state'>): boolean {
  return line.state === 'rejected_creation';
}

/** Whether it is known what became of the line. In progress and states that we do not know are not. */
export function isDecided(line: Pick<LineStatusFacts, 'state' | 'cancellation_date'>): boolean {
  return (
    isCancelled(line) ||
    isRejected(line) ||
    line.state === 'acknowledged' ||
    line.state === 'held_adv_validation'
  );
}
