/** What of an order's record decides how long it lasts. */
interface Ageing {
  readonly state: string;
  readonly since: number;
  readonly until: number;
  readonly isFollowed: boolean;
  readonly receipt: object | null;
}

const DAYS = 24 * 60 * 60 * 1000;
const RECEIPT_LIFE = 7 * DAYS;
/** A clock may be set by so much between two readings of it. */
const TOLERANCE = 60_000;

/**
 * A record as it is at `now`, both by the gateway's clock; null when it is to be deleted. After seven days its receipt
 * goes, and the record too unless it is followed. A time that is still to come was noted by a wrong clock: the record
 * begins now.
 */
export function agedOrder<T extends Ageing>(order: T, now: number): T | null {
  if (order.since > now + TOLERANCE)
    return { ...order, since: now, until: now + Math.max(0, order.until - order.since) };
  if (order.since >= now - RECEIPT_LIFE) return order;
  if (!order.isFollowed || order.state === 'not-placed') return null;
  return order.receipt === null ? order : { ...order, receipt: null };
}
