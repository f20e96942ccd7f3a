import { randomBytes } from 'node:crypto';

/*
 * Browsers send a write twice by themselves when a kept connection breaks. So every click carries an id of its own,
 * which is spent before the API hears of it: a copy, however late, finds the id spent and never becomes a second
 * request. An id names the process that takes it, so a copy that reaches a restarted process is refused without a
 * memory that would have to survive.
 */

const MINUTE = 60_000;
/** An id is taken for this long after it was made… */
const TAKEN_FOR = 10 * MINUTE;
/** …and no earlier than this before, for clocks differ a little; both together stay under what is remembered. */
const EARLIEST = 4 * MINUTE;
const REMEMBERED_FOR = 15 * MINUTE;
const MOST = 10_000;
/** All answers that are kept for copies, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

const FORM = /^([\w-]{8,64})\.(\d{1,15})\.([\w-]{22})$/;

/** A whole answer, as it is given again to a copy of its request. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly retryAfter: string | null;
}

/** What an id was used for: its request is under way, was answered, or must never be sent. */
type Fate =
  | { readonly kind: 'in-flight' }
  | { readonly kind: 'done'; readonly answer: KeptAnswer | 'too-old' }
  | { readonly kind: 'burnt' };

/** What spending an id comes to: the request may go, or why it may not. */
export type Spending = Fate | { readonly kind: 'spent' } | { readonly kind: 'stale' } | Unusable;

/** No id at all, or no room for it. */
type Unusable = { readonly kind: 'malformed' } | { readonly kind: 'full' };

/** What became of an id: never used, and from now on never will be; or what else is known. */
export type Settlement =
  | Exclude<Fate, { kind: 'burnt' }>
  | { readonly kind: 'never' }
  | { readonly kind: 'other-boot' }
  | Unusable;

/** The ids of the writes that reached this process. `now` is its clock, in milliseconds. */
export class Attempts {
  /** Drawn anew by every process. */
  readonly bootId = randomBytes(12).toString('base64url');
  readonly #now: () => number;
  /** In the order of their spending. */
  readonly #fates = new Map<string, { readonly at: number; readonly fate: Fate }>();
  #keptBytes = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** To be called before the first byte goes to the API. Only "spent" lets the request go. */
  spend(id: string): Spending {
    const age = this.#ageOf(id);
    if (age === null) return { kind: 'malformed' };
    if (age === 'other-boot' || age >= TAKEN_FOR || age < -EARLIEST) return { kind: 'stale' };
    const known = this.#fates.get(id);
    if (known) return known.fate;
    return this.#remember(id, { kind: 'in-flight' }) ? { kind: 'spent' } : { kind: 'full' };
  }

  /** Keeps what a spent id was answered. */
  finish(id: string, answer: KeptAnswer): void {
    const spent = this.#fates.get(id);
    if (!spent) return;
    // Setting a key that is there keeps its place in the order.
    this.#fates.set(id, { at: spent.at, fate: { kind: 'done', answer } });
    this.#keptBytes += answer.body.byteLength;
    for (const [other, { at, fate }] of this.#fates) {
      if (this.#keptBytes <= MOST_BYTES) break;
      if (fate.kind !== 'done' || fate.answer === 'too-old') continue;
      this.#keptBytes -= fate.answer.body.byteLength;
      this.#fates.set(other, { at, fate: { kind: 'done', answer: 'too-old' } });
    }
  }

  /** Says what became of an id. One that was never used is burnt: a copy that comes late is refused. */
  settle(id: string): Settlement {
    const age = this.#ageOf(id);
    if (age === null) return { kind: 'malformed' };
    if (age === 'other-boot') return { kind: 'other-boot' };
    const known = this.#fates.get(id);
    if (known) return known.fate.kind === 'burnt' ? { kind: 'never' } : known.fate;
    // Older than that it may have been spent and forgotten: this process cannot tell.
    if (age >= REMEMBERED_FOR - EARLIEST) return { kind: 'other-boot' };
    return this.#remember(id, { kind: 'burnt' }) ? { kind: 'never' } : { kind: 'full' };
  }

  #ageOf(id: string): number | 'other-boot' | null {
    const [, bootId, time] = FORM.exec(id) ?? [];
    if (bootId === undefined) return null;
    return bootId === this.bootId ? this.#now() - Number(time) : 'other-boot';
  }

  /** False when the table is full: nothing is forgotten before its time. */
  #remember(id: string, fate: Fate): boolean {
    for (const [old, { at, fate: past }] of this.#fates) {
      if (this.#now() - at < REMEMBERED_FOR) break;
      if (past.kind === 'done' && past.answer !== 'too-old') this.#keptBytes -= past.answer.body.byteLength;
      this.#fates.delete(old);
    }
    if (this.#fates.size >= MOST) return false;
    this.#fates.set(id, { at: this.#now(), fate });
    return true;
  }
}
