import { describe, expect, it } from 'vitest';
import { CART_STATES, isKnownCartState, isKnownLineState, LINE_STATES } from './states';

describe('states', () => {
  it('are those of "Lifecycle of an order session"', () => {
    expect([...CART_STATES]).toEqual(['created', 'in_progress', 'completed', 'partial', 'rejected']);
  });

  it('are those of "Lifecycle of an order line"', () => {
    expect([...LINE_STATES]).toEqual([
      'created',
      'in_progress',
      'acknowledged',
      'held_adv_validation',
      'rejected_creation',
    ]);
  });

  it('are known by their exact word', () => {
    expect(isKnownCartState('partial')).toBe(true);
    expect(isKnownCartState('acknowledged')).toBe(false);
    expect(isKnownLineState('acknowledged')).toBe(true);
    expect(isKnownLineState('completed')).toBe(false);
    expect(isKnownLineState('technical_error')).toBe(false);
    expect(isKnownLineState('Created')).toBe(false);
    expect(isKnownLineState('')).toBe(false);
  });
});
