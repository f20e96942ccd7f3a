import { apiHeaders } from './security-headers';

/** Why the gateway itself refuses or gives up. */
export type RefusalCode =
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
  // Writes, by their attempt ids.
  | 'bad_attempt'
  | 'stale_attempt'
  | 'in_flight'
  | 'answer_forgotten'
  | 'attempts_full'
  // Confirmations.
  | 'bad_ticket'
  | 'latched'
  | 'held'
  | 'just_started'
  | 'not_draft'
  | 'no_lines'
  | 'changed';

export interface Refusal {
  readonly status: number;
  readonly code: RefusalCode;
  /** Whether the API can have acted: "no" is a proof that it has not, "unknown" asks for a fresh read. */
  readonly acted: 'no' | 'unknown';
  /** The status that the API gave, when it answered. */
  readonly upstreamStatus?: number;
  /** In how many seconds it may be worth another try. */
  readonly retryAfter?: number;
  /** The methods that would be allowed here, with status 405. */
  readonly allow?: string;
  /** The cart as it was just read, where the refusal is about its content. */
  readonly cart?: unknown;
}

/** A refusal of a request that was not forwarded. */
export function refusedHere(status: number, code: RefusalCode): Refusal {
  return { status, code, acted: 'no' };
}

/** The answer to a refusal: the envelope of every error that is ours, with an id and without inner detail. */
export function refusalResponse(
  refusal: Refusal,
  requestId: string,
  headers = apiHeaders(requestId),
): Response {
  headers.set('Content-Type', 'application/json; charset=utf-8');
  if (refusal.allow) headers.set('Allow', refusal.allow);
  const { code, acted, upstreamStatus, retryAfter, cart } = refusal;
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  const body = {
    code,
    acted,
    id: requestId,
    ...(upstreamStatus === undefined ? {} : { upstream_status: upstreamStatus }),
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
    ...(cart === undefined ? {} : { cart }),
  };
  return new Response(JSON.stringify(body), { status: refusal.status, headers });
}
