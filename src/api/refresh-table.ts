import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** The keys of everything that is read from the API, in one place, so that a write can name what it makes stale. */
export const queryKeys = {
  cartLists: ['carts', 'list'],
  carts: ['carts', 'detail'],
  cart: (cartId: string) => ['carts', 'detail', cartId],
  lineLists: ['lines', 'list'],
  lines: ['lines', 'detail'],
  line: (lineId: string) => ['lines', 'detail', lineId],
  /** How a line was created here; it belongs to nothing that is read again. */
  creation: (lineId: string) => ['creation', lineId],
  leftCreation: (attemptId: string) => ['creation', 'left', attemptId],
} as const;

export interface Written {
  readonly cartId: string;
  readonly lineId?: string;
}

type CartWrite = 'createCart' | 'updateCart' | 'deleteCart' | 'confirmCart';
/** Nobody's write here: the operator has decided something since the reading before. */
type CartNews = 'cartMovedOn';
type LineWrite = 'createLine' | 'updateLine' | 'deleteLine';

/** What each write, and each piece of news, makes stale. */
const REFRESHES: Readonly<
  Record<CartWrite | CartNews | LineWrite, (written: Written) => readonly QueryKey[]>
> = {
  createCart: () => [queryKeys.cartLists],
  updateCart: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.cartLists],
  deleteCart: () => [queryKeys.cartLists, queryKeys.lineLists],
  createLine: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.lineLists],
  updateLine: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.lineLists],
  deleteLine: ({ cartId }) => [queryKeys.cart(cartId), queryKeys.lineLists],
  confirmCart: ({ cartId }) => [
    queryKeys.cart(cartId),
    queryKeys.lines,
    queryKeys.cartLists,
    queryKeys.lineLists,
  ],
  cartMovedOn: () => [queryKeys.lines, queryKeys.cartLists, queryKeys.lineLists],
};

/** Marks stale what a write changed; what is on screen is read again at once, in the background. */
export function refreshAfter(
  client: QueryClient,
  write: CartWrite | CartNews | LineWrite,
  written: Written,
): void {
  for (const queryKey of REFRESHES[write](written)) void client.invalidateQueries({ queryKey });
}
