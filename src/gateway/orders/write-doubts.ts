import type { StateStore } from '~/gateway/state/state-store';

/*
 * The API may still carry out a write without a clear answer. Until that time is over, its cart is not confirmed: the
 * placed cart could differ from the reviewed one.
 */

export interface WriteDoubts {
  /** How long a write on the cart may still be under way, in ms; 0 without one. */
  left(cartId: string): Promise<number>;
  /** Notes a write before it is sent. Durable when it resolves; true when no earlier one stands. */
  begin(cartId: string): Promise<boolean>;
  /** Notes its end: a clear answer ends a doubt that this write began, any other prolongs it. */
  end(cartId: string, hasBegun: boolean, isClear: boolean): Promise<void>;
}

/** The doubts of a store; `holdMs` is the time after which the API has carried out or dropped a write. */
export function createWriteDoubts(state: StateStore, holdMs: number): WriteDoubts {
  return {
    left: async (cartId) => (await state.get(doubtName(cartId)))?.leftMs ?? 0,
    begin: async (cartId) => {
      const { kind } = await state.claim(doubtName(cartId), '', { ttlMs: holdMs });
      return kind === 'claimed';
    },
    async end(cartId, hasBegun, isClear) {
      if (!isClear) await state.replace(doubtName(cartId), '', '', holdMs);
      else if (hasBegun) await state.remove(doubtName(cartId));
    },
  };
}

const doubtName = (cartId: string): string => `doubt:${cartId}`;
