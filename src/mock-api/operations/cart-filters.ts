import { dateTest } from '~/mock-api/wire/filter-dates';
import { fold } from '~/mock-api/wire/folded-text';
import type { StoredCart } from '~/mock-api/store/stored-order';
import type { Store } from '~/mock-api/store/store';

type CartTest = (cart: StoredCart) => boolean;

/**
 * The carts that a query of "List of order sessions" asks for, the newest first. State is compared whole, references in
 * part and without case and accents. Throws a 400 for a date that is none.
 */
export function findCarts(store: Store, query: URLSearchParams): StoredCart[] {
  const tests = cartTests(query);
  return store
    .carts()
    .filter((cart) => tests.every((test) => test(cart)))
    .toSorted((a, b) => b.creation_date - a.creation_date);
}

function cartTests(query: URLSearchParams): CartTest[] {
  const state = query.get('state');
  const tests: CartTest[] = state ? [(cart) => cart.state === state] : [];
  for (const field of ['external_id', 'project_id'] as const) {
    const part = fold(query.get(field) ?? '');
    if (part !== '') tests.push((cart) => fold(cart[field]).includes(part));
  }
  for (const date of ['creation_date', 'order_date', 'completion_date', 'cancellation_date'] as const) {
    const passes = dateTest(query, date);
    if (passes) tests.push((cart) => passes(cart[date]));
  }
  return tests;
}
