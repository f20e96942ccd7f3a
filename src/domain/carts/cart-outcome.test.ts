import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartOutcome, countsByState } from './cart-outcome';

const line = (state: string, cancellation_date = '') => ({ state, cancellation_date });

describe('what became of a cart', () => {
  it('counts each outcome of the lifecycle', () => {
    const lines = [
      line('acknowledged'),
      line('held_adv_validation'),
      line('rejected_creation'),
      line('in_progress'),
      line('technical_error'),
      line('acknowledged', '2026-03-02'),
    ];
    expect(cartOutcome(lines)).toEqual({
      total: 6,
      decided: 4,
      created: 2,
      held: 1,
      rejected: 1,
      cancelled: 1,
      inProgress: 1,
      unknownStates: ['technical_error'],
      unknown: 1,
    });
  });

  it('takes a cancelled line for cancelled, whatever its state says', () => {
    expect(cartOutcome([line('rejected_creation', '2026-03-02')])).toMatchObject({
      rejected: 0,
      cancelled: 1,
    });
  });

  it('counts every line once, whatever states there are', () => {
    const lines = fc.array(fc.record({ state: fc.string(), cancellation_date: fc.constantFrom('', '2026') }));
    fc.assert(
      fc.property(lines, (some) => {
        expect(countsByState(some).reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
      }),
    );
  });

  it('follows the lifecycle, then unknown states, then cancelled lines', () => {
    const lines = [
      line('acknowledged', '2026'),
      line('technical_error'),
      line('rejected_creation'),
      line('in_progress'),
    ];
    expect(countsByState(lines).map(({ state, isCancelled }) => (isCancelled ? 'cancelled' : state))).toEqual(
      ['in_progress', 'rejected_creation', 'technical_error', 'cancelled'],
    );
  });
});
