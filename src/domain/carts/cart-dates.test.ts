import { expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { cartDates } from './cart-dates';

const NOW = new Date('2026-03-02T09:00:00Z');
const draft = (created: string) =>
  readOrderLine({
    id: created,
    state: 'created',
    state_change: [{ state: 'created', change_date: created, change_reason: '' }],
  });

it("a cart without dates takes its oldest line's", () => {
  const lines = [draft('2026-02-20T10:00:00Z'), draft('2026-02-10T10:00:00Z')];
  expect(cartDates({ creation_date: '' }, lines, NOW).createdAt).toBe('2026-02-10T10:00:00Z');
  expect(cartDates({ creation_date: '2026-02-01T08:00:00Z' }, lines, NOW).createdAt).toBe(
    '2026-02-01T08:00:00Z',
  );
});

it('its first draft expires ninety days after its oldest line', () => {
  const { firstExpiry, expiredCount } = cartDates(
    { creation_date: '' },
    [draft('2026-02-10T10:00:00Z')],
    NOW,
  );
  expect(firstExpiry?.toISOString()).toBe('2026-05-11T10:00:00.000Z');
  expect(expiredCount).toBe(0);
});

it('drafts of more than ninety days are counted as expired', () => {
  const lines = [draft('2025-11-01T10:00:00Z'), draft('2026-02-10T10:00:00Z')];
  expect(cartDates({ creation_date: '' }, lines, NOW).expiredCount).toBe(1);
});

it('a cart without lines or dates says nothing', () => {
  expect(cartDates({ creation_date: '' }, [], NOW)).toEqual({
    createdAt: '',
    firstExpiry: null,
    expiredCount: 0,
  });
});
