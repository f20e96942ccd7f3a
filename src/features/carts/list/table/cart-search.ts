import type { CartListQuery } from '~/contract/list-query';
import {
  parseCartSearchParams,
  withoutDefaults,
  type ListSearchParams,
} from '~/domain/lists/list-search-params';

/** The search params of /carts, as text; they alone decide the list. */
export type CartSearch = ListSearchParams;

/** Search params without defaults. An invalid value stays, so that a chip can show and remove it. */
export function toCartSearch(raw: Record<string, unknown>): CartSearch {
  return withoutDefaults(raw);
}

/** The query to the API for search params, at present. */
export function toCartListQuery(search: CartSearch): CartListQuery {
  return parseCartSearchParams(search, new Date()).query;
}
