import type { StoredLine } from './stored-order-line';
import type { Moment } from './wire-times';

/** A cart in the store; its lines in the order in which they were created. */
export interface StoredCart {
  readonly id: string;
  external_id: string;
  project_id: string;
  state: string;
  readonly creation_date: Moment;
  order_date: Moment | null;
  completion_date: Moment | null;
  cancellation_date: Moment | null;
  lines: StoredLine[];
}
