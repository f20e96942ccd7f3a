import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { isOlderReading, showsConfirmed, stateChangeCount } from './confirmation-proof';

const CREATED = { state: 'created', change_date: '2026-03-02T09:00:00Z' };
const cartOf = (...lines: object[]) =>
  readCart({ id: 'C', product_order_item: lines.map((line, index) => ({ id: `L${index}`, ...line })) });
const draft = { state: 'created', state_change: [CREATED] };

describe('a reading of a cart', () => {
  it.each([
    ['nothing but drafts', cartOf(draft, draft), 'created', false],
    ['a line in progress', cartOf(draft, { state: 'in_progress' }), 'created', true],
    ['a line with an order date', cartOf({ ...draft, order_date: '2026-03-02' }), 'created', true],
    ['a state that nobody knows', cartOf({ state: 'technical_error' }), 'created', true],
    ['drafts in a cart that is in progress', cartOf(draft, draft), 'in_progress', true],
    [
      'one more entry in the history',
      cartOf(draft, { state: 'created', state_change: [CREATED, CREATED] }),
      'created',
      true,
    ],
  ] as const)('with %s proves its confirmation as it should', (_, cart, state, expected) => {
    expect(showsConfirmed(cart, { state, source: 'list' }, 2)).toBe(expected);
  });

  it('tells how many changes its lines went through', () => {
    expect(stateChangeCount(cartOf(draft, draft, {}))).toBe(2);
  });
});

describe('a reading that arrives later', () => {
  it.each([
    ['in_progress', 'created', true],
    ['acknowledged', 'in_progress', true],
    ['acknowledged', 'created', true],
    ['created', 'in_progress', false],
    ['in_progress', 'in_progress', false],
    ['in_progress', 'acknowledged', false],
    ['in_progress', 'technical_error', false],
    ['acknowledged', 'technical_error', false],
  ])('after %s with %s is older: %s', (before, after, expected) => {
    expect(isOlderReading(cartOf({ state: after }), cartOf({ state: before }))).toBe(expected);
  });

  it('with another line is not older', () => {
    const [before, after] = [cartOf({ state: 'in_progress' }), cartOf({ id: 'NEW', state: 'created' })];
    expect(isOlderReading(after, before)).toBe(false);
  });
});
