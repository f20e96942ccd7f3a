import type { CartHeader } from '~/contract/cart';
import { momentOf } from '~/contract/moments';
import type { OrderLine } from '~/contract/order-line';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';

export interface CartDates {
  /** As the API sent it; '' when neither the cart nor its lines tell. */
  readonly createdAt: string;
  /** When the first of its drafts expires; null for a cart without drafts. */
  readonly firstExpiry: Date | null;
  readonly expiredCount: number;
}

/**
 * When a cart was created and when its drafts expire, seen from `now`. The detail of a cart promises no date: its lines then
 * tell the earliest that is known, for none is older than its cart.
 */
export function cartDates(
  cart: Pick<CartHeader, 'creation_date'>,
  lines: readonly OrderLine[],
  now: Date,
): CartDates {
  const expiries = lines.map((line) => draftExpiry(line, now)).filter((expiry) => expiry !== null);
  const [first] = expiries.map(({ at }) => at).toSorted((a, b) => a.getTime() - b.getTime());
  const [earliest = ''] = lines
    .map((line) => line.creation_date || line.state_change[0]?.change_date || '')
    .filter((date) => !Number.isNaN(momentOf(date)))
    .toSorted((a, b) => momentOf(a) - momentOf(b));
  return {
    createdAt: cart.creation_date || earliest,
    firstExpiry: first ?? null,
    expiredCount: expiries.filter(({ status }) => status === 'expired').length,
  };
}
