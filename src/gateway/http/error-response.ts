import { stringifyLossless } from '~/contract/lossless-json';
import { apiHeaders } from './security-headers';
import { wholeResponse } from './whole-response';

/** The code of an error that the gateway itself answers. */
export type ErrorCode =
  | 'bad_request'
  | 'headers_too_large'
  | 'too_slow'
  | 'bad_host'
  | 'bad_path'
  | 'not_found'
  | 'method_not_allowed'
  | 'cross_site'
  | 'bad_query'
  | 'bad_body'
  | 'bad_body_type'
  | 'body_too_large'
  | 'upstream_unreachable'
  | 'upstream_timeout'
  | 'upstream_redirect'
  | 'upstream_unreadable'
  | 'upstream_too_large'
  | 'upstream_error'
  | 'no_token'
  | 'busy'
  | 'too_many'
  | 'signed_out'
  | 'token_stale'
  | 'sign_in_refused'
  | 'sign_in_unreachable'
  | 'internal'
  // Writes.
  | 'old_page'
  | 'bad_key'
  | 'stale_key'
  | 'in_flight'
  | 'answer_forgotten'
  | 'own_limit'
  | 'state_unavailable'
  | 'base_required'
  | 'locked'
  // Confirmations.
  | 'bad_ticket'
  | 'write_in_doubt'
  | 'held'
  | 'just_started'
  | 'not_draft'
  | 'no_lines'
  | 'changed';

export interface GatewayError {
  readonly status: number;
  readonly code: ErrorCode;
  /** "no" proves that the API did nothing; "unknown" asks for a fresh read. */
  readonly acted: 'no' | 'unknown';
  /** The status that the API gave, when it answered. */
  readonly upstreamStatus?: number;
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
  /** The allowed methods, with status 405. */
  readonly allow?: string;
  /** The cart as the API answered it just now, where the error is about its content. */
  readonly cart?: unknown;
  /** The same of a line. */
  readonly line?: unknown;
  /** The lock of the cart, with the code `locked`. */
  readonly lock?: unknown;
  /** The longest body that is taken, in bytes, with the code `body_too_large`. */
  readonly limit?: number;
  /** The length of the refused body, where the request announced it. */
  readonly size?: number;
}

/** The error of a request that was not forwarded. */
export function gatewayError(status: number, code: ErrorCode): GatewayError {
  return { status, code, acted: 'no' };
}

/** The response for an error: the envelope of every error of the gateway, with an id and without inner detail. */
export function errorResponse(
  error: GatewayError,
  requestId: string,
  headers = apiHeaders(requestId),
): Response {
  headers.set('Content-Type', 'application/json; charset=utf-8');
  const { status, allow, upstreamStatus, retryAfter, code, acted, ...facts } = error;
  if (allow) headers.set('Allow', allow);
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  // The writer leaves out undefined facts.
  const body = {
    code,
    acted,
    id: requestId,
    upstream_status: upstreamStatus,
    retry_after: retryAfter,
    ...facts,
  };
  return wholeResponse(stringifyLossless(body), { status, headers });
}
