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
  const stated = toDate(line.expiration_date);
  if (stated) return stated;
  // The detail of a line promises no creation_date; its history begins with its creation.
  const created = toDate(line.creation_date) ?? toDate(line.state_change?.[0]?.change_date ?? '');
  return created ? new Date(created.getTime() + DRAFT_LIFETIME_DAYS * DAY) : null;
}

function toDate(value: string): Date | null {
  if (value === '') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
