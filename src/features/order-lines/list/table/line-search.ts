import type { LineListQuery } from '~/contract/list-query';
import {
  parseLineSearchParams,
  withoutDefaults,
  type ListSearchParams,
} from '~/domain/lists/list-search-params';

/** The search params of /lines, as text; they alone decide the list. */
export type LineSearch = ListSearchParams;

/** Search params without defaults. Invalid ones stay, so that the list can show them. */
export function toLineSearch(raw: Record<string, unknown>): LineSearch {
  return withoutDefaults(raw);
}

/** The query to the API for search params, at present. */
export function toLineListQuery(search: LineSearch): LineListQuery {
  return parseLineSearchParams(search, new Date()).query;
}
