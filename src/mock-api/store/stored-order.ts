import { emptyLineValues, LINE_FIELDS, type LineValues, type TerminationError } from '~/contract/order-line';
import { DRAFT_LIFETIME_DAYS } from '~/domain/lifecycles/draft-expiry';
import { DAY, type Moment } from '~/mock-api/wire/wire-times';

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

interface StoredStateChange {
  readonly state: string;
  readonly change_date: Moment;
  readonly change_reason: string;
}

/** The half of a line that only the API writes. */
export interface LineStatus {
  readonly state: string;
  readonly order_reference: string;
  readonly temporary_reference: string;
  readonly building_ref: string;
  readonly creation_date: Moment;
  readonly order_date: Moment | null;
  readonly completion_date: Moment | null;
  readonly cancellation_date: Moment | null;
  readonly cancellation_reason: string;
  readonly state_change: readonly StoredStateChange[];
  readonly termination_error: readonly TerminationError[];
}

export interface LineContent {
  readonly values: LineValues;
  readonly status: LineStatus;
}

/** The columns of the list, "List of order lines"; filtered and sorted without the rest of the line. */
export interface LineRow {
  readonly id: string;
  readonly product_order_id: string;
  readonly end_customer_name: string;
  readonly external_id: string;
  readonly product_offering_id: string;
  readonly product_offering_qualification_item_id: string;
  readonly state: string;
  readonly order_reference: string;
  readonly temporary_reference: string;
  readonly customer_order_name: string;
  readonly scheduled_delivery_date: string;
  readonly creation_date: Moment;
  readonly order_date: Moment | null;
  readonly expiration_date: Moment | null;
}

/** A line in the store. A demo line makes its content at the first read. */
export class StoredLine {
  readonly cart: StoredCart;
  #row: LineRow;
  #content: LineContent | (() => LineContent);

  constructor(cart: StoredCart, row: LineRow, content: () => LineContent) {
    this.cart = cart;
    this.#row = row;
    this.#content = content;
  }

  get id(): string {
    return this.#row.id;
  }

  get row(): LineRow {
    return this.#row;
  }

  get content(): LineContent {
    if (typeof this.#content === 'function') this.#content = this.#content();
    return this.#content;
  }

  set content(content: LineContent) {
    this.#content = content;
    this.#row = toRow(this.id, this.cart.id, content);
  }
}

/** A draft expires 90 days after its creation; a confirmed line does not expire. */
export function expiryOf(status: Pick<LineStatus, 'state' | 'creation_date'>): Moment | null {
  return status.state === 'created' ? status.creation_date + DRAFT_LIFETIME_DAYS * DAY : null;
}

export function toRow(id: string, cartId: string, { values, status }: LineContent): LineRow {
  return {
    id,
    product_order_id: cartId,
    end_customer_name: values.end_customer_name,
    external_id: values.external_id,
    product_offering_id: values.product_offering_id,
    product_offering_qualification_item_id: values.product_offering_qualification_item_id,
    state: status.state,
    order_reference: status.order_reference,
    temporary_reference: status.temporary_reference,
    customer_order_name: values.customer_order_name,
    scheduled_delivery_date: values.scheduled_delivery_date,
    creation_date: status.creation_date,
    order_date: status.order_date,
    expiration_date: expiryOf(status),
  };
}

/** The writable fields alone. */
export function pickLineValues(source: LineValues): LineValues {
  const picked = LINE_FIELDS.map((field) => [field, source[field]] as const);
  return Object.assign(emptyLineValues(), Object.fromEntries(picked));
}
