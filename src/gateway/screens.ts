import { cartListQueryOf, lineListQueryOf, listRequestQuery } from '~/contract/list-query';
import { operationPath } from '~/contract/operations';

/*
 * What the first screen of an address needs, known before any script of it runs: the module that draws it, and the
 * list request that it will make.
 */

interface Screen {
  readonly pattern: RegExp;
  readonly module: string;
  readonly request?: (address: URLSearchParams) => string;
}

const lineList = (address: URLSearchParams): string =>
  `${operationPath('listLines')}?${listRequestQuery(lineListQueryOf(address))}`;
const cartList = (address: URLSearchParams): string =>
  `${operationPath('listCarts')}?${listRequestQuery(cartListQueryOf(address))}`;

const LINES = 'src/features/order-lines';
const CARTS = 'src/features/carts';

const SCREENS: readonly Screen[] = [
  // The app sends `/` on to `/lines`, and no part of its query with it.
  { pattern: /^\/$/, module: `${LINES}/LinesPage.tsx`, request: () => lineList(new URLSearchParams()) },
  { pattern: /^\/lines\/?$/, module: `${LINES}/LinesPage.tsx`, request: lineList },
  { pattern: /^\/lines\/[^/]+\/?$/, module: `${LINES}/LinePage.tsx` },
  { pattern: /^\/carts\/?$/, module: `${CARTS}/CartsPage.tsx`, request: cartList },
  { pattern: /^\/carts\/[^/]+\/?$/, module: `${CARTS}/CartPage.tsx` },
  { pattern: /^\/carts\/[^/]+\/lines\/new\/?$/, module: `${LINES}/NewLinePage.tsx` },
];

export interface FirstScreen {
  /** The source of the screen's lazily loaded module, as the build's manifest names it. */
  readonly module: string;
  /** The address of the list request that the screen makes, to the letter; null when it makes none. */
  readonly request: string | null;
}

/** What the first screen of an address needs; null for an address that the app does not know. */
export function firstScreenOf(path: string, address: URLSearchParams): FirstScreen | null {
  const screen = SCREENS.find(({ pattern }) => pattern.test(path));
  return screen ? { module: screen.module, request: screen.request?.(address) ?? null } : null;
}
