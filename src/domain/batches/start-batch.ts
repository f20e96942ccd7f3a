import type { CartValues } from '~/contract/cart';
import { isToolReference, toolReference } from '~/domain/carts/tool-reference';
import type { Batch, BatchKind, BatchRow } from './batch';

/** What a batch is started with. A row without a reference gets one of the desk's own. */
export type BatchPlan = {
  /** The reference and project of the cart. */
  readonly cart: CartValues;
  readonly source: Batch['source'];
  readonly rows: readonly Pick<BatchRow, 'values' | 'copied' | 'rejections'>[];
} & (
  | { readonly kind: Exclude<BatchKind, 'import'> }
  /** The rows go into this draft cart, and none is created. */
  | { readonly kind: 'import'; readonly cartId: string }
);

/** A batch of which nothing was sent. `random` gives 22 characters, others at each call; `now` in milliseconds. */
export function startBatch(plan: BatchPlan, random: () => string, now: number): Batch {
  // A reference of the desk's own belongs to one line or cart.
  const unique = (reference: string) =>
    reference.trim() === '' || isToolReference(reference) ? toolReference(random()) : reference;
  return {
    id: random(),
    kind: plan.kind,
    startedAt: now,
    ...(plan.kind === 'import'
      ? { cartId: plan.cartId, cart: { values: plan.cart, state: 'there' } }
      : {
          cartId: '',
          cart: { values: { ...plan.cart, external_id: unique(plan.cart.external_id) }, state: 'waiting' },
        }),
    source: plan.source,
    before: null,
    isUndoing: false,
    isStopped: false,
    pause: null,
    provedAt: null,
    missingIds: [],
    rowCount: plan.rows.length,
    rows: plan.rows.map((row) => ({
      ...row,
      values: { ...row.values, external_id: unique(row.values.external_id) },
      state: { kind: 'waiting' },
    })),
  };
}
