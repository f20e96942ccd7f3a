import { describe, expect, it } from 'vitest';
import type { CartLock } from '~/api/records/cart-locks';
import type { OrderRecord, OrderState } from '~/api/records/orders';
import { openConfirmation } from './open-confirmation';

const anOrder = (state: OrderState): OrderRecord => ({
  cartId: 'C',
  state,
  since: 1000,
  until: 9000,
  changesBefore: 0,
  idempotencyKey: 'key',
  mark: 'mine',
  isFollowed: true,
  receipt: null,
});
const aLock = (mark: string): CartLock => ({ since: 5000, until: 8000, state: 'open', mark });

describe('the open confirmation of a cart', () => {
  it('is none without a record and a lock', () => {
    expect(openConfirmation(null, null, 0)).toBeNull();
  });

  it.each(['sending', 'checking'] as const)('is the record of an order that is %s', (state) => {
    expect(openConfirmation(anOrder(state), null, 0)).toEqual({ since: 1000, until: 9000, isOwn: true });
  });

  it.each(['not-placed', 'under-way', 'settled'] as const)('is none for an order that is %s', (state) => {
    expect(openConfirmation(anOrder(state), null, 0)).toBeNull();
  });

  it("has the lock's times by this computer's clock", () => {
    expect(openConfirmation(anOrder('checking'), aLock('mine'), 500)).toEqual({
      since: 4500,
      until: 7500,
      isOwn: true,
    });
  });

  it('is of another computer where the lock has another mark', () => {
    expect(openConfirmation(anOrder('checking'), aLock('theirs'), 0)?.isOwn).toBe(false);
    expect(openConfirmation(null, aLock('theirs'), 0)?.isOwn).toBe(false);
  });
});
