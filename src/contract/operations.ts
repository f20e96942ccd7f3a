/**
 * The eleven operations of the Order Taking API, with their paths to the letter. Some end in a slash and some do not. A
 * wrong slash gets a 404, or a redirect that loses the body. Correct a path here only.
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path template; `{cartId}` and `{lineId}` stand for one path segment each. */
  readonly path: string;
}

export const operations = {
  createCart: { method: 'POST', path: '/api/v1/product_order' },
  listCarts: { method: 'GET', path: '/api/v1/product_order/' },
  readCart: { method: 'GET', path: '/api/v1/product_order/{cartId}/' },
  updateCart: { method: 'PATCH', path: '/api/v1/product_order/{cartId}/' },
  deleteCart: { method: 'DELETE', path: '/api/v1/product_order/{cartId}/' },
  createLine: { method: 'POST', path: '/api/v1/product_order/{cartId}/product_order_item' },
  updateLine: { method: 'PATCH', path: '/api/v1/product_order/{cartId}/product_order_item/{lineId}' },
  deleteLine: { method: 'DELETE', path: '/api/v1/product_order/{cartId}/product_order_item/{lineId}/' },
  listLines: { method: 'GET', path: '/api/v1/product_order_item/' },
  readLine: { method: 'GET', path: '/api/v1/product_order_item/{lineId}/' },
  confirmCart: { method: 'PATCH', path: '/api/v1/product_order/{cartId}/confirm/' },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
/** The seven that change something. */
export type WriteName = {
  [Name in OperationName]: (typeof operations)[Name]['method'] extends 'GET' ? never : Name;
}[OperationName];

export interface OperationIds {
  readonly cartId?: string;
  readonly lineId?: string;
}

/**
 * The path of an operation with its ids filled in and escaped.
 * Throws when a needed id is missing, empty or a dot segment. No escaping protects a dot segment from being resolved
 * away: such a call would reach another operation.
 */
export function operationPath(name: OperationName, ids: OperationIds = {}): string {
  return operations[name].path.replaceAll(/\{(cartId|lineId)\}/g, (_, key: 'cartId' | 'lineId') => {
    const id = ids[key];
    if (!id || id === '.' || id === '..') throw new Error(`${name} needs ${key}`);
    return encodeURIComponent(id);
  });
}

export interface MatchedOperation {
  readonly name: OperationName;
  readonly ids: OperationIds;
}

/** Which operation a method and a path (without query) stand for; null when the document has no such call. */
export function matchOperation(method: string, pathname: string): MatchedOperation | null {
  for (const { name, method: expected, pattern } of patterns) {
    if (expected !== method) continue;
    const groups = pattern.exec(pathname);
    if (!groups) continue;
    try {
      return { name, ids: decodeIds(groups.groups ?? {}) };
    } catch {
      return null;
    }
  }
  return null;
}

function decodeIds(groups: Record<string, string | undefined>): OperationIds {
  const { cartId, lineId } = groups;
  return {
    ...(cartId === undefined ? {} : { cartId: decodeURIComponent(cartId) }),
    ...(lineId === undefined ? {} : { lineId: decodeURIComponent(lineId) }),
  };
}

function isOperationName(name: string): name is OperationName {
  return name in operations;
}

export const operationNames: readonly OperationName[] = Object.keys(operations).filter(isOperationName);

const patterns = operationNames.map((name) => ({
  name,
  method: operations[name].method,
  pattern: new RegExp(`^${operations[name].path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));
