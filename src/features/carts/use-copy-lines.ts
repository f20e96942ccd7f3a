import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isApiError } from '~/api/api-error';
import { useCreateCart } from '~/api/cart-writes';
import { cartQueries } from '~/api/carts';
import { useChecking } from '~/api/checking';
import { createLine } from '~/api/create-line';
import { oneAtATime } from '~/api/one-at-a-time';
import { fetchLine } from '~/api/order-lines';
import { beforeSending } from '~/api/prove-write';
import { refreshAfter } from '~/api/refresh-table';
import { readableLines, type CartValues } from '~/contract/cart';
import type { LineValues, OrderLine } from '~/contract/order-line';
import { creationValues } from '~/domain/order-line-changes';

/** What is copied: each line's full detail becomes the values of a new one. */
export interface CopyPlan {
  readonly cart: CartValues;
  readonly lineIds: readonly string[];
  readonly toValues: (line: OrderLine) => LineValues;
  readonly onCreated: (copy: OrderLine, original: OrderLine) => void;
}

export interface CopyState {
  readonly phase: 'choosing' | 'running' | 'stopped' | 'done';
  readonly cartId: string | null;
  /** New lines by the line that they are copies of. */
  readonly copies: ReadonlyMap<string, string>;
  readonly error: Error | null;
  /** The line of which nobody knows whether it was created. */
  readonly doubtfulId: string | null;
}

const START: CopyState = {
  phase: 'choosing',
  cartId: null,
  copies: new Map(),
  error: null,
  doubtfulId: null,
};

/**
 * Creates a cart with copies of lines, one after the other. A failure stops it; going on creates only what is not there
 * yet: where nobody knows, the new cart is read first. It is done when the new cart shows every copy.
 */
export function useCopyLines() {
  const client = useQueryClient();
  const creation = useCreateCart();
  const [lineCheckingSince, whileChecking] = useChecking();
  const [state, setState] = useState(START);
  const isRunning = useRef(false);

  const run = async (plan: CopyPlan, from: CopyState) => {
    let now: CopyState = { ...from, phase: 'running', error: null };
    const advance = (change: Partial<CopyState>) => {
      now = { ...now, ...change };
      setState(now);
    };
    advance({});
    try {
      const cartId = now.cartId ?? (await creation.mutateAsync(plan.cart)).id;
      advance({ cartId });
      if (now.doubtfulId !== null) {
        const adopted = await findUnknown(cartId, now.copies);
        advance({
          doubtfulId: null,
          copies: adopted === null ? now.copies : new Map(now.copies).set(now.doubtfulId, adopted),
        });
      }
      for (const lineId of plan.lineIds.filter((id) => !now.copies.has(id))) {
        const original = await beforeSending(fetchLine(lineId));
        const copy = await createOne(cartId, plan.toValues(original), () => advance({ doubtfulId: lineId }));
        plan.onCreated(copy, original);
        advance({ copies: new Map(now.copies).set(lineId, copy.id) });
      }
      const there = await idsIn(cartId);
      const isProved = [...now.copies.values()].every((id) => there.includes(id));
      advance({ phase: isProved ? 'done' : 'stopped' });
    } catch (error) {
      advance({ phase: 'stopped', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  const createOne = async (cartId: string, values: LineValues, onUnknown: () => void): Promise<OrderLine> => {
    try {
      const filled = creationValues(values);
      const { line } = await oneAtATime(`cart:${cartId}`, () =>
        createLine(cartId, filled, fetchLine, whileChecking),
      );
      return line;
    } catch (error) {
      if (!isApiError(error) || error.acted !== 'no') onUnknown();
      throw error;
    } finally {
      refreshAfter(client, 'createLine', { cartId });
    }
  };

  const idsIn = async (cartId: string): Promise<string[]> => {
    const { cart } = await client.query({ ...cartQueries.detail(cartId), staleTime: 0 });
    return readableLines(cart).map(({ id }) => id);
  };

  /** The one line of the new cart that this copying does not know; null when there is none. */
  const findUnknown = async (cartId: string, copies: ReadonlyMap<string, string>): Promise<string | null> => {
    const known = [...copies.values()];
    return (await idsIn(cartId)).find((id) => !known.includes(id)) ?? null;
  };

  return {
    state,
    /** Since when it is being proved whether the cart or a line was created; null when nothing is in doubt. */
    checkingSince: creation.checkingSince ?? lineCheckingSince,
    /** Starts, or goes on where it stopped. */
    start: (plan: CopyPlan) => {
      if (isRunning.current) return;
      isRunning.current = true;
      void run(plan, state).finally(() => {
        isRunning.current = false;
      });
    },
  };
}
