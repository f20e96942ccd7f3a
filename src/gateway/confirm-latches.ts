import { randomBytes } from 'node:crypto';

/*
 * A confirmation places real orders, and the API may place them again when it is asked again. So it is sent only with a
 * ticket, which is given for a cart whose content was just read, is good for one minute and one use, and means nothing to
 * another process. Using it latches the cart: until it is proved what became of it, or a person decides after the hold,
 * there is no other ticket.
 */

const TICKET_LASTS = 60_000;

interface Ticket {
  readonly cartId: string;
  readonly until: number;
}

interface Latch {
  readonly at: number;
  readonly state: 'sent' | 'open' | 'placed';
}

export interface LatchTimes {
  /** How long after the start no ticket is given: longer than a request of the process before may still be running. */
  readonly pause: number;
  /** How long after its sending a confirmation that nobody could prove stays latched. */
  readonly hold: number;
}

/** The pause that a time limit of writes asks for: what an earlier process had sent is over by then. */
export function pauseAfterStart(writeLimit: number): number {
  return (writeLimit * 7) / 6;
}

/** The tickets and latches of this process. `now` is its clock, in milliseconds; so are the times. */
export class ConfirmLatches {
  readonly #now: () => number;
  readonly #times: LatchTimes;
  readonly #start: number;
  readonly #tickets = new Map<string, Ticket>();
  readonly #latches = new Map<string, Latch>();
  /** How many other writes are on their way to a cart. */
  readonly #writing = new Map<string, number>();

  constructor(now: () => number, times: LatchTimes) {
    this.#now = now;
    this.#times = times;
    this.#start = now();
  }

  /** How long tickets are still refused after the start; 0 when they are not. */
  get pauseLeft(): number {
    return Math.max(0, this.#start + this.#times.pause - this.#now());
  }

  isLatched(cartId: string): boolean {
    return this.#latches.has(cartId);
  }

  /** Whether a confirmation of the cart is on its way right now. */
  isSending(cartId: string): boolean {
    return this.#latches.get(cartId)?.state === 'sent';
  }

  /** How long the cart's latch cannot be lifted yet; 0 when it can, or there is none. */
  holdLeft(cartId: string): number {
    const latch = this.#latches.get(cartId);
    return latch ? Math.max(0, latch.at + this.#times.hold - this.#now()) : 0;
  }

  /** A ticket for one confirmation of a cart, made before the cart is read: a write that comes between makes it void. */
  issue(cartId: string): string {
    for (const [old, { until }] of this.#tickets) if (until <= this.#now()) this.#tickets.delete(old);
    const ticket = randomBytes(24).toString('base64url');
    this.#tickets.set(ticket, { cartId, until: this.#now() + TICKET_LASTS });
    return ticket;
  }

  /**
   * Something else is written on a cart while `work` runs: tickets from before it and from within are void, for nobody
   * knows whether the cart was read with it.
   */
  async whileWriting<T>(cartId: string, work: () => Promise<T>): Promise<T> {
    this.#void(cartId);
    this.#writing.set(cartId, (this.#writing.get(cartId) ?? 0) + 1);
    try {
      return await work();
    } finally {
      this.#void(cartId);
      const others = (this.#writing.get(cartId) ?? 1) - 1;
      if (others === 0) this.#writing.delete(cartId);
      else this.#writing.set(cartId, others);
    }
  }

  /** Spends a ticket and latches its cart, before anything is sent; false when it is not good for that. */
  use(ticket: string, cartId: string): boolean {
    const held = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (!held || held.cartId !== cartId || held.until <= this.#now()) return false;
    if (this.isLatched(cartId) || this.#writing.has(cartId)) return false;
    this.#void(cartId);
    this.#latches.set(cartId, { at: this.#now(), state: 'sent' });
    return true;
  }

  /** What the API's answer to the confirmation proves: that it placed nothing frees the cart at once. */
  conclude(cartId: string, proved: 'placed' | 'not-placed' | 'open'): void {
    const latch = this.#latches.get(cartId);
    if (!latch) return;
    if (proved === 'not-placed') this.#latches.delete(cartId);
    else this.#latches.set(cartId, { at: latch.at, state: proved });
  }

  /** A person will look at the cart anew, after the hold; false while that is too early, or when it was placed. */
  lift(cartId: string): boolean {
    const latch = this.#latches.get(cartId);
    if (latch && (latch.state !== 'open' || this.holdLeft(cartId) > 0)) return false;
    this.#latches.delete(cartId);
    return true;
  }

  #void(cartId: string): void {
    for (const [ticket, held] of this.#tickets) if (held.cartId === cartId) this.#tickets.delete(ticket);
  }
}
