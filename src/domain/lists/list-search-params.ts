import {
  CART_FILTERS,
  LINE_FILTERS,
  PAGE_SIZE,
  type CartListQuery,
  type LineListQuery,
} from '~/contract/list-query';
import { isKnownCartState, isKnownLineState } from '~/contract/states';
import { trimInvisible } from '~/domain/fields/invisible-marks';
import {
  daysOf,
  isRelativeRange,
  readDayRange,
  toBounds,
  type DayRange,
  type RelativeRange,
} from './day-range';

/*
 * The search params of a list. The names are the API's, but for dates: `creation_date=2026-04-10..2026-04-12` or
 * `creation_date=last-7-days` stands for the pair `creation_date_gt`, `creation_date_lt`, for a day is a day where the
 * person is. A value that makes no sense is told, never dropped in silence, and the list works without it.
 */

/** Names and texts, as in the URL. */
export type ListSearchParams = Readonly<Record<string, string>>;

/** The fields that the list of lines can be sorted by: those of its rows. */
export const LINE_SORTS = [
  'order_reference',
  'temporary_reference',
  'end_customer_name',
  'customer_order_name',
  'external_id',
  'state',
  'creation_date',
  'order_date',
  'expiration_date',
  'scheduled_delivery_date',
  'product_offering_id',
  'product_offering_qualification_item_id',
] as const;
export const LINE_TEXTS = [
  'state',
  'order_reference',
  'temporary_reference',
  'customer_order_name',
  'end_customer_name',
] as const;
export const LINE_DATES = ['creation_date', 'order_date', 'expiration_date'] as const;
const CART_TEXTS = ['state', 'external_id', 'project_id'] as const;
export const CART_DATES = ['creation_date', 'order_date', 'completion_date', 'cancellation_date'] as const;

export interface ActiveFilter {
  readonly name: string;
  /** The text of a text filter; the search param of a range of days. */
  readonly value: string;
  /** The days of a date filter, as they are now. */
  readonly days: DayRange | null;
  readonly relative: RelativeRange | null;
  /** A state that the document does not name: the API is asked for it all the same, for it may know more. */
  readonly isUnknown: boolean;
}

interface RefusedValue {
  readonly name: string;
  readonly value: string;
  /** The name that the URL gives more than once; `name` then ends with the number of the repetition. */
  readonly repeats?: string;
}

export interface ParsedSearchParams<Query> {
  readonly query: Query;
  /** Filters in force, in the order of the API's table; search, sort and page are not among them. */
  readonly active: readonly ActiveFilter[];
  /** Parameters and values that make no sense. */
  readonly refused: readonly RefusedValue[];
}

/** A repeated `state` keeps the values that do not count as `state.2`, `state.3`. */
function repeatedName(name: string): string | null {
  return /^(.+)\.\d+$/.exec(name)?.[1] ?? null;
}

/** Whether the list of lines can be sorted so: a field, with a leading "-" for descending. */
export function isLineSort(sort: string): boolean {
  return LINE_SORTS.some((field) => sort === field || sort === `-${field}`);
}

/** Parses the search params of /lines; relative days are those at `now`. */
export function parseLineSearchParams(
  searchParams: ListSearchParams,
  now: Date,
): ParsedSearchParams<LineListQuery> {
  const { filters, active, refused, page } = readFilters(
    searchParams,
    LINE_TEXTS,
    LINE_DATES,
    ['search', 'sort'],
    isKnownLineState,
    now,
  );
  const requested = searchParams['sort'] ?? '';
  const isSort = isLineSort(requested);
  const search = trimInvisible(searchParams['search'] ?? '').normalize();
  return {
    query: {
      filters: pick(filters, LINE_FILTERS),
      ...(search ? { search } : {}),
      ...(isSort ? { sort: requested } : {}),
      page,
      pageSize: PAGE_SIZE,
    },
    active,
    refused: requested === '' || isSort ? refused : [...refused, { name: 'sort', value: requested }],
  };
}

/** Parses the search params of /carts; relative days are those at `now`. */
export function parseCartSearchParams(
  searchParams: ListSearchParams,
  now: Date,
): ParsedSearchParams<CartListQuery> {
  const { filters, active, refused, page } = readFilters(
    searchParams,
    CART_TEXTS,
    CART_DATES,
    [],
    isKnownCartState,
    now,
  );
  return { query: { filters: pick(filters, CART_FILTERS), page, pageSize: PAGE_SIZE }, active, refused };
}

/** A list's search parameters without empty texts and the first page. */
export function withoutDefaults(searchParams: Readonly<Record<string, unknown>>): ListSearchParams {
  const said = Object.entries(searchParams).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(said.filter(([name, value]) => !(name === 'page' && value === '1')));
}

function readFilters(
  searchParams: ListSearchParams,
  texts: readonly string[],
  dates: readonly string[],
  others: readonly string[],
  isKnownState: (state: string) => boolean,
  now: Date,
) {
  const filters: Record<string, string> = {};
  const active: ActiveFilter[] = [];
  const refused: RefusedValue[] = [];
  for (const name of texts) {
    const value = trimInvisible(searchParams[name] ?? '').normalize();
    if (!value) continue;
    filters[name] = value;
    const isUnknown = name === 'state' && !isKnownState(value);
    active.push({ name, value, days: null, relative: null, isUnknown });
  }
  for (const name of dates) {
    const value = searchParams[name]?.trim();
    if (!value) continue;
    const relative = isRelativeRange(value) ? value : null;
    const days = relative ? daysOf(relative, now) : readDayRange(value);
    if (!days) {
      refused.push({ name, value });
      continue;
    }
    const { gt, lt } = toBounds(days);
    if (gt !== undefined) filters[`${name}_gt`] = gt;
    if (lt !== undefined) filters[`${name}_lt`] = lt;
    active.push({ name, value, days, relative, isUnknown: false });
  }
  const requested = searchParams['page']?.trim() || '1';
  const page = Number(requested);
  const isPage = Number.isSafeInteger(page) && page >= 1;
  if (!isPage) refused.push({ name: 'page', value: requested });
  const known = [...texts, ...dates, ...others, 'page'];
  for (const [name, value] of Object.entries(searchParams)) {
    if (known.includes(name)) continue;
    const repeats = repeatedName(name);
    refused.push({ name, value, ...(repeats && known.includes(repeats) ? { repeats } : {}) });
  }
  return { filters, active, refused, page: isPage ? page : 1 };
}

function pick<F extends string>(
  filters: Record<string, string>,
  names: readonly F[],
): Partial<Record<F, string>> {
  const picked: Partial<Record<F, string>> = {};
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
