import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { CONFIRMED_LINE, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { LINE_STATES } from '~/contract/states';
import { isCancelled, isDecided, isDraft, isRejected } from './order-line-lifecycle';

const line = (wire: object) => readOrderLine({ id: 'L', state: 'created', ...wire });
const history = (...states: string[]) =>
  states.map((state) => ({ state, change_date: '', change_reason: '' }));

describe('a draft', () => {
  it.each([
    ['with no history', {}],
    ['with created in its history', { state_change: history('created') }],
    ['with created twice in its history', { state_change: history('created', 'created') }],
    ['with a history that is null', { state_change: null }],
    ['with order_date null', { order_date: null }],
    ['with order_date ""', { order_date: '' }],
    ['with an order_reference', { order_reference: 'PO_1' }],
    ['with an expiration_date', { expiration_date: '2020-01-01' }],
    ['of the document', CREATE_LINE_ANSWER],
  ])('is a created line %s', (_, wire) => {
    expect(isDraft(line(wire))).toBe(true);
  });

  it.each([
    ['in progress', { state: 'in_progress' }],
    ['of an unknown state', { state: 'technical_error' }],
    ['without a state', { state: null }],
    ['whose state is spelled Created', { state: 'Created' }],
    ['that has been in progress before', { state_change: history('created', 'in_progress') }],
    ['that is created again after it was decided', { state_change: history('acknowledged', 'created') }],
    ['with an unknown state in its history', { state_change: history('created', 'technical_error') }],
    ['with an order_date, for created means "order made" elsewhere', { order_date: '2025-04-23' }],
    ['confirmed in the document', CONFIRMED_LINE],
  ])('is not a line %s', (_, wire) => {
    expect(isDraft(line(wire))).toBe(false);
  });
});

describe('the outcome of a line', () => {
  it.each([
    ['created', false, false],
    ['in_progress', false, false],
    ['acknowledged', true, false],
    ['held_adv_validation', true, false],
    ['rejected_creation', true, true],
    ['technical_error', false, false],
    ['', false, false],
  ])('%j: decided %s, rejected %s', (state, decided, rejected) => {
    const read = line({ state });
    expect(isDecided(read)).toBe(decided);
    expect(isRejected(read)).toBe(rejected);
  });

  it.each([...LINE_STATES, 'technical_error'])(
    'is cancelled by a cancellation_date, in state %s too',
    (state) => {
      const read = line({ state, cancellation_date: '2025-05-01T00:00:00+02:00' });
      expect(isCancelled(read)).toBe(true);
      expect(isDecided(read)).toBe(true);
    },
  );

  it('is not cancelled without one', () => {
    expect(isCancelled(line({ cancellation_date: null, cancellation_reason: 'left over' }))).toBe(false);
  });
});
