import { readableLines, type Cart, type CartHeader } from '~/contract/cart';
import type { CartState, KnownCartState } from '~/contract/states';
import { isDecided, isDraft, isRejected, type LineStatusFacts } from './order-line-lifecycle';

/** The state of a cart and where we have it from. The detail of a cart does not promise one. */
export interface CartStatus {
  readonly state: CartState;
  readonly source: 'answer' | 'list' | 'derived';
}

/**
 * The state that a cart's lines speak of ("Were all order lines created?"): drafts only or no line at all is created,
 * nothing decided yet is in_progress, then completed, partial or rejected by how many lines were rejected.
 */
export function deriveCartState(lines: readonly LineStatusFacts[]): KnownCartState {
  if (lines.every(isDraft)) return 'created';
  if (!lines.some(isDecided)) return 'in_progress';
  const rejected = lines.filter(isRejected).length;
  if (rejected === 0) return 'completed';
  return rejected === lines.length ? 'rejected' : 'partial';
}

/**
 * The state of a cart: its own answer's if it has one, else the newest list row's or creation answer's, else derived
 * from its lines. A list row that still says created after the lines have moved on is older than they are.
 */
export function cartStatus(cart: Cart, header?: Pick<CartHeader, 'state'>): CartStatus {
  if (cart.state !== '') return { state: cart.state, source: 'answer' };
  const derived = deriveCartState(readableLines(cart));
  const known = header?.state ?? '';
  const overtaken = known === 'created' && derived !== 'created';
  if (known !== '' && !overtaken) return { state: known, source: 'list' };
  return { state: derived, source: 'derived' };
}

/** A settled cart will not change by itself: completed, partial or rejected, even if a line stays in progress. */
export function isSettled(state: CartState): boolean {
  return state === 'completed' || state === 'partial' || state === 'rejected';
}
