/*
 * What can be asked of the two lists. A query is plain data with the API's own names; the address of a list carries the
 * same names, so the gateway can tell from an address which request the page is about to make.
 */

/** "List of order sessions": eleven filters. */
export const CART_FILTERS = [
  'state',
  'external_id',
  'project_id',
  'creation_date_gt',
  'creation_date_lt',
  'order_date_gt',
  'order_date_lt',
  'completion_date_gt',
  'completion_date_lt',
  'cancellation_date_gt',
  'cancellation_date_lt',
] as const;
type CartFilter = (typeof CART_FILTERS)[number];

/** "List of order lines": eleven filters; search and sort come on top. */
export const LINE_FILTERS = [
  'state',
  'order_reference',
  'temporary_reference',
  'customer_order_name',
  'end_customer_name',
  'creation_date_gt',
  'creation_date_lt',
  'order_date_gt',
  'order_date_lt',
  'expiration_date_gt',
  'expiration_date_lt',
] as const;
type LineFilter = (typeof LINE_FILTERS)[number];

/** Rows asked for per page. */
export const PAGE_SIZE = 50;

interface Paged {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface CartListQuery extends Paged {
  readonly filters: Readonly<Partial<Record<CartFilter, string>>>;
}

export interface LineListQuery extends Paged {
  readonly filters: Readonly<Partial<Record<LineFilter, string>>>;
  readonly search?: string;
  /** A field name, with a leading "-" for descending. */
  readonly sort?: string;
}

/** The sort of the list of lines unless a person chose another: the newest first. */
export const DEFAULT_LINE_SORT = '-creation_date';

/**
 * The query string of a list request. The order of its parts is fixed, so that the request that the gateway announces
 * and the one that the page makes are the same to the letter. Asks with page and page_size as well as limit and offset,
 * for the document names neither.
 */
export function listRequestQuery(query: CartListQuery | LineListQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query.filters).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value) params.set(name, value);
  }
  if ('search' in query && query.search) params.set('search', query.search);
  if ('sort' in query && query.sort) params.set('sort', query.sort);
  params.set('page', String(query.page));
  params.set('page_size', String(query.pageSize));
  params.set('limit', String(query.pageSize));
  params.set('offset', String((query.page - 1) * query.pageSize));
  return params.toString();
}

/** Reads the address of /lines; what is not there or makes no sense takes its default. */
export function lineListQueryOf(address: URLSearchParams): LineListQuery {
  const search = address.get('search')?.trim();
  return {
    filters: filtersOf(address, LINE_FILTERS),
    ...(search ? { search } : {}),
    sort: address.get('sort') || DEFAULT_LINE_SORT,
    page: pageOf(address),
    pageSize: PAGE_SIZE,
  };
}

/** Reads the address of /carts; what is not there or makes no sense takes its default. */
export function cartListQueryOf(address: URLSearchParams): CartListQuery {
  return { filters: filtersOf(address, CART_FILTERS), page: pageOf(address), pageSize: PAGE_SIZE };
}

function filtersOf<F extends string>(
  address: URLSearchParams,
  names: readonly F[],
): Partial<Record<F, string>> {
  const filters: Partial<Record<F, string>> = {};
  for (const name of names) {
    const value = address.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

function pageOf(address: URLSearchParams): number {
  const page = Number(address.get('page'));
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}
