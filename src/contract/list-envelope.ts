import { isUnknownArray, isWireObject, text, type WireObject } from './scalars';

/*
 * "Paginated list" is all the document says of the list of lines, and nothing of the list of carts. Read are
 * {count, next, previous, results}, {items, count}, a bare array, and a bare array with X-Total-Count or Link.
 */

/** A row that could be read, or the reason why not: one bad row stays one bad row. */
export type ListRow<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly id: string; readonly raw: unknown };

/** The readable rows of a list. */
export function readableRows<T>(rows: readonly ListRow<T>[]): T[] {
  return rows.flatMap((row) => (row.ok ? [row.value] : []));
}

export interface ListPage<T> {
  readonly rows: readonly ListRow<T>[];
  /** How many rows match in all; null when the answer does not say. */
  readonly total: number | null;
  /** Whether rows follow this page; null when the answer does not say. */
  readonly hasNext: boolean | null;
  /** A list without a word about pages: the server may not paginate at all. */
  readonly bare: boolean;
  /** The size of this server's pages, where it is not the one asked for; told by the gateway. */
  readonly pageSize: number | null;
}

export interface HeaderReader {
  get(name: string): string | null;
}

/** By which the gateway tells the page the size of this server's pages. */
export const PAGE_SIZE_HEADER = 'x-ot-page-size';

/** Thrown when an answer is none of the envelopes. */
export class NotAListError extends Error {
  override name = 'NotAListError';
}

/** Reads any of the envelopes; throws NotAListError on anything else. */
export function readListPage<T>(
  body: unknown,
  headers: HeaderReader,
  readRow: (raw: unknown) => T,
): ListPage<T> {
  const told = toCount(headers.get('x-total-count'));
  const pageSize = toCount(headers.get(PAGE_SIZE_HEADER)) || null;
  if (Array.isArray(body)) {
    const total = told;
    const link = headers.get('link');
    return {
      rows: toListRows(body, readRow),
      total,
      hasNext: link === null ? null : /rel="?next"?/.test(link),
      bare: total === null && link === null,
      pageSize,
    };
  }
  if (isWireObject(body)) {
    const rows = rowsOf(body);
    if (rows) {
      const total = toCount(body['count'] ?? body['total']) ?? told;
      const hasNext = 'next' in body ? text.parse(body['next']) !== '' : null;
      return {
        rows: toListRows(rows, readRow),
        total,
        hasNext,
        bare: total === null && hasNext === null,
        pageSize,
      };
    }
  }
  throw new NotAListError('The answer holds no list');
}

function rowsOf(body: WireObject): unknown[] | null {
  for (const name of ['results', 'items']) {
    const rows = body[name];
    if (isUnknownArray(rows)) return rows;
  }
  return null;
}

export function toListRows<T>(raw: readonly unknown[], readRow: (raw: unknown) => T): ListRow<T>[] {
  return raw.map((entry) => {
    try {
      return { ok: true, value: readRow(entry) };
    } catch {
      return { ok: false, id: isWireObject(entry) ? text.parse(entry['id']) : '', raw: entry };
    }
  });
}

function toCount(value: unknown): number | null {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null;
}
