import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** The keys of every reading from the API, in one place. A write names the readings that it makes stale. */
export const queryKeys = {
  cartLists: ['carts', 'list'],
  serverFacts: ['server'],
  carts: ['carts', 'detail'],
  cart: (cartId: string) => ['carts', 'detail', cartId],
  lineLists: ['lines', 'list'],
  lines: ['lines', 'detail'],
  line: (lineId: string) => ['lines', 'detail', lineId],
  /** How a line was created here; it belongs to nothing that is read again. */
  /** The question for the outcome of open orders, by their Idempotency-Keys. */
  orderRecovery: (keys: readonly string[]) => ['orders', 'recovery', ...keys],
  /** What this computer stores; nothing that a write makes stale. */
  local: (key: readonly (string | number)[]) => ['local', ...key],
  orphanedCreation: (key: string) => ['creation', 'orphaned', key],
} as const;

export interface Written {
  readonly cartId: string;
  readonly lineId?: string;
}

type CartWrite = 'createCart' | 'updateCart' | 'deleteCart' | 'confirmCart';
/** The operator decided something since the reading before. */
type CartNews = 'cartMovedOn';
type LineWrite = 'createLine' | 'updateLine' | 'changeLines' | 'deleteLine';

/** The readings that each write, and each piece of news, makes stale. */
const REFRESHES: Readonly<
  Record<CartWrite | CartNews | LineWrite, (written: Written) => readonly QueryKey[]>
> = {
  createCart: () => [queryKeys.cartLists],
  updateCart: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.cartLists],
  deleteCart: () => [queryKeys.cartLists, queryKeys.lineLists],
  createLine: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.lineLists],
  updateLine: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.lineLists],
  /** A batch does not put what it read into the cache. */
  changeLines: ({ lineId }) => [lineId === undefined ? queryKeys.lines : queryKeys.line(lineId)],
  deleteLine: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.lineLists],
  confirmCart: ({ cartId }) => [
    queryKeys.cart(cartId),
    queryKeys.lines,
    queryKeys.cartLists,
    queryKeys.lineLists,
  ],
  cartMovedOn: () => [queryKeys.lines, queryKeys.cartLists, queryKeys.lineLists],
};

/** Marks the readings that a write changed as stale; those on screen reload at once, in the background. */
export function refreshAfter(
  client: QueryClient,
  write: CartWrite | CartNews | LineWrite,
  written: Written,
): void {
  for (const queryKey of REFRESHES[write](written)) void client.invalidateQueries({ queryKey });
}
