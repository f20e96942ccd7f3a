import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { readOrderLine } from '~/contract/order-line';
import { CONFIRM_CART_ANSWER, DELETE_LINE_ANSWER } from '~/contract/samples/carts';
import { cartStatus, deriveCartState, isSettled } from './cart-lifecycle';

const lines = (states: string[]) => states.map((state, index) => readOrderLine({ id: `L${index}`, state }));
const cart = (states: string[], more: object = {}) =>
  readCart({
    id: 'C',
    product_order_item: states.map((state, index) => ({ id: `L${index}`, state })),
    ...more,
  });

describe('"Lifecycle of an order session"', () => {
  it.each([
    ['created', false],
    ['in_progress', false],
    ['completed', true],
    ['partial', true],
    ['rejected', true],
    ['technical_error', false],
    ['', false],
  ])('settles in %j: %s', (state, settled) => {
    expect(isSettled(state)).toBe(settled);
  });
});

describe('the state that lines speak of', () => {
  it.each([
    [[], 'created'],
    [['created'], 'created'],
    [['created', 'created'], 'created'],
    [['in_progress'], 'in_progress'],
    [['in_progress', 'created'], 'in_progress'],
    [['technical_error'], 'in_progress'],
    [['in_progress', 'technical_error'], 'in_progress'],
    [['acknowledged'], 'completed'],
    [['held_adv_validation'], 'completed'],
    [['acknowledged', 'in_progress'], 'completed'],
    [['acknowledged', 'held_adv_validation', 'technical_error'], 'completed'],
    [['acknowledged', 'rejected_creation'], 'partial'],
    [['in_progress', 'rejected_creation'], 'partial'],
    [['rejected_creation', 'technical_error'], 'partial'],
    [['rejected_creation'], 'rejected'],
    [['rejected_creation', 'rejected_creation'], 'rejected'],
  ])('%j is %s', (states, state) => {
    expect(deriveCartState(lines(states))).toBe(state);
  });

  it('is not created when created means "order made"', () => {
    const made = readOrderLine({ id: 'L', state: 'created', order_date: '2025-04-23T10:00:00+02:00' });
    expect(deriveCartState([made])).toBe('in_progress');
  });
});

describe('the status of a cart', () => {
  it("is the answer's state before all others, known or not", () => {
    const answer = cart(['created'], { state: 'frozen' });
    expect(cartStatus(answer, { state: 'completed' })).toEqual({ state: 'frozen', source: 'answer' });
  });

  it("is the list row's state where the answer has none", () => {
    expect(cartStatus(cart(['in_progress']), { state: 'partial' })).toEqual({
      state: 'partial',
      source: 'list',
    });
    expect(cartStatus(cart([]), { state: 'created' })).toEqual({ state: 'created', source: 'list' });
    expect(cartStatus(cart([]), { state: 'frozen' })).toEqual({ state: 'frozen', source: 'list' });
  });

  it('is derived, and says so, where nobody told it', () => {
    expect(cartStatus(readCart(CONFIRM_CART_ANSWER))).toEqual({ state: 'in_progress', source: 'derived' });
    expect(cartStatus(readCart(DELETE_LINE_ANSWER))).toEqual({ state: 'created', source: 'derived' });
    expect(cartStatus(cart(['created']), { state: '' })).toEqual({ state: 'created', source: 'derived' });
  });

  it('is derived where the row is older than the lines', () => {
    expect(cartStatus(cart(['in_progress']), { state: 'created' })).toEqual({
      state: 'in_progress',
      source: 'derived',
    });
  });
});
