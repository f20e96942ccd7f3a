import type { Routed } from './api-routes';

/** The log entry of a request: never a query, a body or the id of a cart or line. */
export interface RequestLog {
  readonly time: string;
  readonly id: string;
  readonly method: string;
  /** A path template such as `/api/v1/product_order/{cartId}/`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The violated directive of a browser's policy report. */
  readonly violated?: string;
}

export interface Logged extends Routed {
  readonly violated?: string;
}

/** The entry of a request that began at `start` (`performance.now()`) and is answered now. */
export function requestLog(method: string, id: string, start: number, logged: Logged): RequestLog {
  const { route, response, violated } = logged;
  return {
    time: new Date().toISOString(),
    id,
    method,
    route,
    status: response.status,
    ms: Math.round(performance.now() - start),
    ...(violated ? { violated } : {}),
  };
}
