import { listRequestQuery, type CartListQuery, type LineListQuery } from '~/contract/list-query';
import { operationPath, type OperationName } from '~/contract/operations';
import {
  parseCartSearchParams,
  parseLineSearchParams,
  type ParsedSearchParams,
} from '~/domain/lists/list-search-params';
import { routeOf } from '~/domain/routes/route-of';
import { ROUTES, type Route, type RouteName } from '~/domain/routes/routes';

const LISTS = {
  lines: (params: URLSearchParams) =>
    listRequest('listLines', parseLineSearchParams(Object.fromEntries(params), new Date())),
  carts: (params: URLSearchParams) =>
    listRequest('listCarts', parseCartSearchParams(Object.fromEntries(params), new Date())),
};

/** Null when the search params have days: a day depends on the time zone of the browser. */
function listRequest(
  operation: OperationName,
  { query, active }: ParsedSearchParams<LineListQuery | CartListQuery>,
): string | null {
  if (active.some(({ days }) => days !== null)) return null;
  return `${operationPath(operation)}?${listRequestQuery(query)}`;
}

export interface RoutePreload {
  readonly route: RouteName;
  /** The URL of the list request that the screen makes, to the letter; null when it makes none. */
  readonly request: string | null;
}

/** The needs of a path's first screen; null for a path that the app does not know. */
export function routePreloadOf(path: string, params: URLSearchParams): RoutePreload | null {
  const route = routeOf(path);
  if (!route) return null;
  const { list }: Route = ROUTES[route];
  // `/` leads on to the list of lines without its query.
  return { route, request: list ? LISTS[list](path === '/' ? new URLSearchParams() : params) : null };
}
