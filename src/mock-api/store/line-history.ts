import { isRejected } from '~/domain/lifecycles/order-line-lifecycle';
import type { LineStatus } from './stored-order';
import type { Moment } from '~/mock-api/wire/wire-times';

/** The way of a line to its state ("Lifecycle of an order line"): created, in progress by confirmation, then decided. */
export function historyOf(
  state: string,
  created: Moment,
  confirmed: Moment,
  decided: Moment,
): Pick<LineStatus, 'state' | 'creation_date' | 'order_date' | 'state_change'> {
  const steps = [{ state: 'created', change_date: created, change_reason: '' }];
  if (state !== 'created') steps.push({ state: 'in_progress', change_date: confirmed, change_reason: '' });
  if (state !== 'created' && state !== 'in_progress')
    steps.push({ state, change_date: decided, change_reason: '' });
  return {
    state,
    creation_date: created,
    order_date: orderDateOf(state, decided),
    state_change: steps,
  };
}

/** A line is ordered once its order was created; a rejected one never was. */
export function orderDateOf(state: string, decided: Moment): Moment | null {
  return state === 'created' || state === 'in_progress' || isRejected({ state }) ? null : decided;
}
