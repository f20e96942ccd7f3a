import { randomBytes } from 'node:crypto';
import { isWireObject } from '~/contract/scalars';
import type { StateStore } from '~/gateway/state/state-store';

const TICKET_LASTS = 60_000;
/** Of one person at a time. */
const MOST_TICKETS = 20;

/** The content of a ticket: the cart and its content as a person has reviewed it. */
export interface Reviewed {
  readonly cartId: string;
  readonly fingerprint: string;
  /** The number of its lines. */
  readonly count: number;
}

export interface ConfirmTickets {
  /** A ticket for one confirmation within one minute; how long to wait, in ms, when the person has too many. */
  issue(reviewed: Reviewed, owner: string): Promise<string | number>;
  /** The content of this person's ticket; null when the ticket is no longer good. */
  read(ticket: string, owner: string): Promise<Reviewed | null>;
  /** Uses a ticket up; false when it was used before. */
  use(ticket: string): Promise<boolean>;
}

/** The tickets of a store. */
export function createConfirmTickets(state: StateStore): ConfirmTickets {
  return {
    async issue({ cartId, fingerprint, count }, owner) {
      const ticket = randomBytes(24).toString('base64url');
      const value = JSON.stringify({ cartId, fingerprint, count, owner });
      const quota = { name: `ticket:${owner}`, most: MOST_TICKETS };
      const claim = await state.claim(ticketName(ticket), value, { ttlMs: TICKET_LASTS, quota });
      return claim.kind === 'claimed' ? ticket : claim.leftMs;
    },

    async read(ticket, owner) {
      const entry = /^[\w-]{32}$/.test(ticket) ? await state.get(ticketName(ticket)) : null;
      const stored: unknown = entry && JSON.parse(entry.value);
      if (!isWireObject(stored) || stored['owner'] !== owner) return null;
      const { cartId, fingerprint, count } = stored;
      return { cartId: String(cartId), fingerprint: String(fingerprint), count: Number(count) };
    },

    use: (ticket) => state.remove(ticketName(ticket)),
  };
}

const ticketName = (ticket: string): string => `ticket:${ticket}`;
