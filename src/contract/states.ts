/** States of a cart that the document names ("Lifecycle of an order session"). */
export const CART_STATES = ['created', 'in_progress', 'completed', 'partial', 'rejected'] as const;
export type KnownCartState = (typeof CART_STATES)[number];

/** States of an order line that the document names ("Lifecycle of an order line"). */
export const LINE_STATES = [
  'created',
  'in_progress',
  'acknowledged',
  'held_adv_validation',
  'rejected_creation',
] as const;
export type KnownLineState = (typeof LINE_STATES)[number];

/**
 * A state as the API gives it. Other pages of the same API mention states that this document does not
 * (`technical_error`). So a state is any text, and the code compares with the known ones by name.
 */
export type CartState = string;
export type LineState = string;

export function isKnownCartState(state: CartState): state is KnownCartState {
  return CART_STATES.some((known) => known === state);
}

export function isKnownLineState(state: LineState): state is KnownLineState {
  return LINE_STATES.some((known) => known === state);
}
