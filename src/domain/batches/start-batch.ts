import type { CartValues } from '~/contract/cart';
import { isToolReference, toolReference } from '~/domain/carts/tool-reference';
import type { LineValues } from '~/contract/order-line';
import type { Batch, BatchKind, BatchRow, LineToChange } from './batch';

/** What a batch is started with. A row without a reference gets one of the desk's own. */
export type BatchPlan = {
  /** The reference and project of the cart. */
  readonly cart: CartValues;
  readonly source: Batch['source'];
  readonly rows: readonly Pick<BatchRow, 'values' | 'copied' | 'rejections'>[];
} & (
  | { readonly kind: Exclude<BatchKind, 'import' | 'change'> }
  /** The rows go into this draft cart, and none is created. */
  | { readonly kind: 'import'; readonly cartId: string }
);

/** What a batch of changes is started with: the fields in words, and each line with the values that it is to hold. */
export interface ChangesPlan {
  readonly fields: string;
  readonly rows: readonly { readonly values: LineValues; readonly change: LineToChange }[];
}

/** A batch of changes of which nothing was sent. `random` and `now` are those of `startBatch`. */
export function startChanges({ fields, rows }: ChangesPlan, random: () => string, now: number): Batch {
  return {
    ...emptyBatch(random(), now),
    kind: 'change',
    cartId: '',
    cart: { values: { external_id: '', project_id: '' }, state: 'there' },
    source: { cartId: '', name: fields },
    rowCount: rows.length,
    rows: rows.map((row) => ({ ...row, copied: null, rejections: {}, state: { kind: 'waiting' } })),
  };
}

/** The part of a batch that is the same at every start. */
function emptyBatch(id: string, startedAt: number) {
  return {
    id,
    startedAt,
    before: null,
    isUndoing: false,
    isStopped: false,
    pause: null,
    provedAt: null,
    missingIds: [],
  };
}

/** A batch of which nothing was sent. `random` gives 22 characters, others at each call; `now` in milliseconds. */
export function startBatch(plan: BatchPlan, random: () => string, now: number): Batch {
  // A reference of the desk's own belongs to one line or cart.
  const unique = (reference: string) =>
    reference.trim() === '' || isToolReference(reference) ? toolReference(random()) : reference;
  return {
    ...emptyBatch(random(), now),
    kind: plan.kind,
    ...(plan.kind === 'import'
      ? { cartId: plan.cartId, cart: { values: plan.cart, state: 'there' } }
      : {
          cartId: '',
          cart: { values: { ...plan.cart, external_id: unique(plan.cart.external_id) }, state: 'waiting' },
        }),
    source: plan.source,
    rowCount: plan.rows.length,
    rows: plan.rows.map((row) => ({
      ...row,
      values: { ...row.values, external_id: unique(row.values.external_id) },
      state: { kind: 'waiting' },
    })),
  };
}
