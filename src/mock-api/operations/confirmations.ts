import { isRejected } from '~/domain/lifecycles/order-line-lifecycle';
import { outcomeByName, type Outcome } from './outcomes';
import type { StoredCart } from '~/mock-api/store/stored-order';
import type { StoredLine } from '~/mock-api/store/stored-order';
import type { Store } from '~/mock-api/store/store';
import type { Moment } from '~/mock-api/wire/wire-times';

interface Undecided {
  readonly line: StoredLine;
  readonly since: Moment;
  readonly delay: number;
}

interface Cancellation {
  readonly line: StoredLine;
  readonly due: Moment;
  readonly reason: string;
}

const SOONEST = 2000;
const STAGGER = 1300;
const SPREAD = 6000;

/**
 * The outcomes of confirmed lines. There are no timers: every request first applies the outcomes that are due by the
 * clock. So a test that holds the clock holds the operator.
 */
export class Confirmations {
  readonly #store: Store;
  readonly #outcomes = new Map<string, Outcome>();
  #undecided: Undecided[] = [];
  #cancellations: Cancellation[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** Decides the outcome of a line, named by its id or its external_id, before or after its confirmation. */
  setOutcome(lineKey: string, outcome: Outcome, now: Moment): void {
    this.#outcomes.set(lineKey, outcome);
    const line = this.#store.findLine(lineKey);
    const waits = this.#undecided.some((waiting) => waiting.line === line);
    if (line?.row.state === 'in_progress' && !waits)
      this.#undecided.push({ line, since: now, delay: SOONEST });
  }

  /** Takes a cart that may be confirmed: it and its lines are in progress at once. */
  confirm(cart: StoredCart, now: Moment): void {
    cart.state = 'in_progress';
    cart.order_date = now;
    cart.lines.forEach((line, index) => {
      this.#store.changeLine(line.id, {
        status: {
          ...withChange(line, 'in_progress', now, ''),
          order_reference: this.#store.nextReference(now),
        },
      });
      this.#undecided.push({ line, since: now, delay: SOONEST + ((index * STAGGER) % SPREAD) });
    });
  }

  /** Applies all outcomes that are due. */
  applyDue(now: Moment): void {
    const due = this.#undecided
      .map((waiting) => ({ waiting, at: this.#dueAt(waiting) }))
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at - b.at);
    for (const { waiting, at } of due) this.#decide(waiting, at);
    for (const cancellation of this.#cancellations.filter((planned) => planned.due <= now))
      this.#cancel(cancellation);
  }

  #outcome(line: StoredLine): Outcome {
    return this.#outcomes.get(line.id) ?? this.#outcomes.get(line.row.external_id) ?? outcomeByName(line);
  }

  #dueAt({ line, since, delay }: Undecided): Moment {
    return since + (this.#outcome(line).after ?? delay);
  }

  #decide(waiting: Undecided, at: Moment): void {
    const { line } = waiting;
    const { state, reason = '', errors = [], cancelled } = this.#outcome(line);
    this.#undecided = this.#undecided.filter((other) => other !== waiting);
    this.#store.changeLine(line.id, {
      status: {
        ...(state === line.row.state ? {} : withChange(line, state, at, reason)),
        order_date: isRejected({ state }) ? null : at,
        termination_error: errors,
      },
    });
    if (cancelled) this.#cancellations.push({ line, due: at + cancelled.after, reason: cancelled.reason });
    if (!this.#undecided.some((other) => other.line.cart === line.cart)) finishCart(line.cart, at);
  }

  #cancel(cancellation: Cancellation): void {
    this.#cancellations = this.#cancellations.filter((other) => other !== cancellation);
    this.#store.changeLine(cancellation.line.id, {
      status: { cancellation_date: cancellation.due, cancellation_reason: cancellation.reason },
    });
  }
}

function withChange(line: StoredLine, state: string, at: Moment, reason: string) {
  const { state_change } = line.content.status;
  return { state, state_change: [...state_change, { state, change_date: at, change_reason: reason }] };
}

/**
 * "Lifecycle of an order session": "Were all order lines created?" completed; "Is at least one line created?" partial;
 * else rejected. A line that stays in progress counts as created, as in "Lifecycle of an order line".
 */
function finishCart(cart: StoredCart, at: Moment): void {
  const refused = cart.lines.filter((line) => isRejected(line.row)).length;
  cart.completion_date = at;
  cart.state = refused === 0 ? 'completed' : refused === cart.lines.length ? 'rejected' : 'partial';
}
