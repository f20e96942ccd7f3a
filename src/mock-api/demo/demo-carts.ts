import { DRAFT_LIFETIME_DAYS, EXPIRY_WARNING_DAYS } from '~/domain/lifecycles/draft-expiry';
import { DEMONSTRATION_CART } from './demo-demonstration';
import { demoLine } from './demo-lines';
import { putGiven } from '~/mock-api/store/given';
import { Random } from './random';
import type { Store } from '~/mock-api/store/store';
import type { StoredCart } from '~/mock-api/store/stored-order';
import { DAY, type Moment } from '~/mock-api/wire/wire-times';

const SEED = 20250423;
const MONTHS_18 = 548;
const HOUR = DAY / 24;

/**
 * Fills a store with the desk of an invented French operator: the same carts and lines every time. Dates have a fixed
 * distance from `now`'s day. It makes at least `count` lines, in carts of every size and state.
 */
export function fillWithDemoData(store: Store, count: number, now: Moment): void {
  const random = new Random(SEED);
  const sizes = cartSizes(random, count);
  const midnight = now - (now % DAY);
  let number = 0;
  sizes.forEach((size, index) => {
    // More and more of them towards today, as on a desk that grows.
    const age = MONTHS_18 * (1 - (index + 1) / sizes.length) ** 2;
    // Office hours, and never later than now.
    const created = midnight - (Math.floor(age) + 1) * DAY + random.between(7 * HOUR, 17 * HOUR);
    const cart = store.addCart(demoCart(random, created, age, index));
    for (let position = 0; position < size; position += 1) {
      store.putLine(demoLine({ cart, number, position, midnight }));
      number += 1;
    }
  });
  putGiven(store, now, DEMONSTRATION_CART);
}

/** Carts of one to twelve lines; among many, some of twenty and one of two hundred. */
function cartSizes(random: Random, count: number): number[] {
  const sizes: number[] = [];
  let left = count;
  while (left > 0) {
    const wanted = sizes.length === 40 ? 200 : sizes.length % 50 === 17 ? 20 : random.between(1, 12);
    sizes.push(Math.min(wanted, left));
    left -= wanted;
  }
  return sizes;
}

function demoCart(random: Random, created: Moment, age: number, index: number): StoredCart {
  const state = demoState(random, age);
  const ordered = created + random.between(HOUR, 20 * HOUR) / 4;
  return {
    id: random.uuid(),
    external_id: random.chance(0.9) ? `CMD-${new Date(created).getUTCFullYear()}-${10_000 + index}` : '',
    project_id: random.chance(0.4) ? `PRJ-${random.digits(4)}` : '',
    state,
    creation_date: created,
    order_date: state === 'created' ? null : ordered,
    completion_date: state === 'created' || state === 'in_progress' ? null : ordered + HOUR / 60,
    cancellation_date: null,
    lines: [],
  };
}

/** Young carts are mostly drafts, some drafts wait until past their ninety days, the old ones are settled. */
function demoState(random: Random, age: number): string {
  if (age < 3 && random.chance(0.35)) return 'in_progress';
  if (random.chance(draftChance(age))) return 'created';
  return random.chance(0.85) ? 'completed' : random.chance(0.7) ? 'partial' : 'rejected';
}

function draftChance(age: number): number {
  if (age < 20) return 0.55;
  if (age > 100) return 0;
  return age > DRAFT_LIFETIME_DAYS - EXPIRY_WARNING_DAYS ? 0.4 : 0.15;
}
