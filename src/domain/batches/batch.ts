import type { CartValues } from '~/contract/cart';
import type { LineValues } from '~/contract/order-line';
import type { FieldPath } from '~/domain/fields/field-paths';
import type { RowState } from './row-state';

/** What a batch was started for. */
export const BATCH_KINDS = ['duplicate', 'rejected', 'moved', 'import', 'change'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** Why a batch does not run. `interrupted`: its page ended. */
export const PAUSE_REASONS = [
  'person',
  'network',
  'sign-in',
  'sleep',
  'interrupted',
  'locked',
  'confirmed',
  'gone',
  'unknown',
  'several-carts',
  'storage',
  'outdated',
  'refused',
  'lines-lost',
  'to-decide',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** The cart that a batch is for: one that it creates, or a draft that was there. */
export type BatchCart = {
  readonly values: CartValues;
} & (
  | { readonly state: 'waiting' | 'there' }
  /** `before`: the carts of the same reference that were there before. */
  | {
      readonly state: 'sending';
      readonly attempt: string;
      readonly at: number;
      readonly before: readonly string[];
    }
);

/** A line that a row is a copy of. */
export interface CopiedLine {
  readonly id: string;
  /** The fingerprint of its detail as it was copied. */
  readonly fingerprint: string;
}

/** The line that a row changes. */
export interface LineToChange {
  readonly lineId: string;
  readonly cartId: string;
  /** Its values as they were read when the change was planned. */
  readonly base: LineValues;
}

/** One intended line, or the change of one. */
export interface BatchRow {
  /** What it is to hold. The reference of a new line is never empty. */
  readonly values: LineValues;
  /** Only in a batch of changes. */
  readonly change?: LineToChange;
  readonly state: RowState;
  readonly copied: CopiedLine | null;
  /** The codes by which the operator refused values that the line holds too, by field. */
  readonly rejections: Readonly<Record<FieldPath, string>>;
}

/**
 * A list of intended lines for one cart, or of changes of lines in any carts, with what happened to each. Times in
 * milliseconds.
 */
export interface Batch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly startedAt: number;
  /** The cart that the lines go into; '' until it is created, and for changes. */
  readonly cartId: string;
  readonly cart: BatchCart;
  /** The cart that was copied and its name; for an import '' and its file, for changes '' and the fields. */
  readonly source: { readonly cartId: string; readonly name: string };
  /** The ids that the cart had at the first reading; null before it. */
  readonly before: readonly string[] | null;
  readonly isUndoing: boolean;
  readonly isStopped: boolean;
  readonly pause: PauseReason | null;
  /** When the last reading proved every row; null as long as something is open. */
  readonly provedAt: number | null;
  /** Created lines that the last reading did not find. */
  readonly missingIds: readonly string[];
  /** The number of rows that the batch was started with. */
  readonly rowCount: number;
  readonly rows: readonly BatchRow[];
}

/** The same with one row in another state. */
export function withRow(batch: Batch, index: number, state: RowState): Batch {
  return { ...batch, rows: batch.rows.map((row, at) => (at === index ? { ...row, state } : row)) };
}

/** The carts that a batch writes to; none before its own is created. */
export function cartsOf({ cartId, rows }: Pick<Batch, 'cartId' | 'rows'>): readonly string[] {
  const ids = rows.flatMap(({ change }) => (change ? [change.cartId] : []));
  return [...new Set(cartId === '' ? ids : [cartId, ...ids])];
}

/** The rows of a batch that write to one of its carts: all, but for changes of lines in several carts. */
export function partOfCart(batch: Batch, cartId: string): Batch {
  if (batch.kind !== 'change') return batch;
  const rows = batch.rows.filter(({ change }) => change?.cartId === cartId);
  return { ...batch, rows, rowCount: rows.length };
}

/** The lines that belong to rows already. */
export function claimedIds({ rows }: Batch): ReadonlySet<string> {
  return new Set(rows.flatMap(({ state }) => ('lineId' in state ? [state.lineId] : [])));
}
