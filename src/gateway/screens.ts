import { listRequestQuery, type CartListQuery, type LineListQuery } from '~/contract/list-query';
import { operationPath, type OperationName } from '~/contract/operations';
import { readCartAddress, readLineAddress, type ReadAddress } from '~/domain/list-address';

/*
 * What the first screen of an address needs, known before any script of it runs: the module that draws it, and the
 * list request that it will make.
 */

interface Screen {
  readonly pattern: RegExp;
  readonly module: string;
  readonly request?: (address: URLSearchParams) => string | null;
}

const lineList = (address: URLSearchParams) =>
  listRequest('listLines', readLineAddress(Object.fromEntries(address), new Date()));
const cartList = (address: URLSearchParams) =>
  listRequest('listCarts', readCartAddress(Object.fromEntries(address), new Date()));

/** Null for an address with days in it: they are days where the person is, and nobody here knows where that is. */
function listRequest(
  operation: OperationName,
  { query, active }: ReadAddress<LineListQuery | CartListQuery>,
): string | null {
  if (active.some(({ days }) => days !== null)) return null;
  return `${operationPath(operation)}?${listRequestQuery(query)}`;
}

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
  /** Lists show their first rows with half of the texts; every other screen waits for all. */
  readonly needsAllTexts: boolean;
}

/** What the first screen of an address needs; null for an address that the app does not know. */
export function firstScreenOf(path: string, address: URLSearchParams): FirstScreen | null {
  const screen = SCREENS.find(({ pattern }) => pattern.test(path));
  return screen
    ? {
        module: screen.module,
        request: screen.request?.(address) ?? null,
        needsAllTexts: screen.request === undefined,
      }
    : null;
}
