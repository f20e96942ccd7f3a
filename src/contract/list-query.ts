/* The queries of the two lists. A query is plain data with the API's own names. */

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

/** The most characters of one filter's value. */
export const LONGEST_FILTER = 256;

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

/**
 * The query string of a list request. The order of its parts is fixed. So the preloaded request and the page's own are
 * the same to the letter. It has page and page_size as well as limit and offset, for the document names neither.
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
