import { isDay, momentOf } from '~/contract/moments';
import type { OrderLine } from '~/contract/order-line';
import { isDraft } from './order-line-lifecycle';

/** "Draft expiration date (D+90 from creation)". */
export const DRAFT_LIFETIME_DAYS = 90;
/** How many days before its expiry a draft is pointed out. */
export const EXPIRY_WARNING_DAYS = 14;

const DAY = 24 * 60 * 60 * 1000;

export interface DraftExpiry {
  readonly status: 'later' | 'soon' | 'expired';
  readonly at: Date;
  /** Whole days left, 0 on the last day, negative once expired. */
  readonly daysLeft: number;
}

/** A full line or a row of the list, which has no history. */
type ExpiringLine = Pick<OrderLine, 'state' | 'order_date' | 'expiration_date' | 'creation_date'> &
  Partial<Pick<OrderLine, 'state_change'>>;

/**
 * When a draft expires, seen from `now`: by its expiration_date, else 90 days after its creation (which a full line tells by its history). Null for a line that
 * is no draft any more, or without a readable date.
 */
export function draftExpiry(line: ExpiringLine, now: Date): DraftExpiry | null {
  if (!isDraft({ state_change: [], ...line })) return null;
  const at = expiryDate(line);
  if (!at) return null;
  const daysLeft = Math.floor((at.getTime() - now.getTime()) / DAY);
  return {
    at,
    daysLeft,
    status: daysLeft < 0 ? 'expired' : daysLeft <= EXPIRY_WARNING_DAYS ? 'soon' : 'later',
  };
}

function expiryDate(line: ExpiringLine): Date | null {
  const stated = momentOf(line.expiration_date);
  // A day alone holds until it is over.
  if (isDay(line.expiration_date)) return new Date(new Date(stated).setHours(23, 59, 59, 999));
  if (!Number.isNaN(stated)) return new Date(stated);
  // The detail of a line promises no creation_date; its history begins with its creation.
  const created = [line.creation_date, line.state_change?.[0]?.change_date ?? '']
    .map(momentOf)
    .find((at) => !Number.isNaN(at));
  return created === undefined ? null : new Date(created + DRAFT_LIFETIME_DAYS * DAY);
}
