import { describe, expect, it } from 'vitest';
import { agedOrder } from './order-age';
import type { OrderRecord } from './orders';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 2, 2, 9);

const anOrder = (more: Partial<OrderRecord> = {}): OrderRecord => ({
  cartId: 'C',
  state: 'under-way',
  since: NOW,
  until: NOW + 150_000,
  changesBefore: 0,
  idempotencyKey: 'key',
  mark: 'mine',
  isFollowed: false,
  receipt: { person: 'P', at: NOW, encrypted: new ArrayBuffer(1) },
  ...more,
});

describe('the record of an order', () => {
  it('stays for seven days', () => {
    const order = anOrder({ since: NOW - 7 * DAY });
    expect(agedOrder(order, NOW)).toBe(order);
    expect(agedOrder(order, NOW + 1)).toBeNull();
  });

  it('that is followed stays without its receipt', () => {
    const order = anOrder({ since: NOW - 8 * DAY, isFollowed: true });
    expect(agedOrder(order, NOW)).toEqual({ ...order, receipt: null });
  });

  it('that was not placed goes after seven days', () => {
    const order = anOrder({ since: NOW - 8 * DAY, isFollowed: true, state: 'not-placed' });
    expect(agedOrder(order, NOW)).toBeNull();
  });

  it('noted by a clock a week ahead begins now', () => {
    const order = anOrder({ since: NOW + 7 * DAY, until: NOW + 7 * DAY + 150_000, state: 'checking' });
    expect(agedOrder(order, NOW)).toEqual({ ...order, since: NOW, until: NOW + 150_000 });
  });
});
