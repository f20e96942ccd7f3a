import type { OperationName } from '~/contract/operations';
import { isWireObject, type WireObject } from '~/contract/scalars';
import type { ApiCall } from './api-request';
import { readWhole, TooLargeError } from '~/gateway/http/read-whole';
import { errorCode } from '~/gateway/http/error-code';
import { errorResponse, type ErrorCode, type GatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';
import { jsonResponse, wholeResponse } from '~/gateway/http/whole-response';
import { NotSentError, type Upstream, type UpstreamAnswer } from '~/gateway/upstream/upstream';
import { USER_AGENT } from '~/gateway/upstream/user-agent';

const READ_WITHIN = 25_000;
const WRITE_WITHIN = 30_000;
const MEGABYTE = 1024 * 1024;
const LARGEST_LIST = 8 * MEGABYTE;
/** Of a cart: some 1,000 lines. */
const LARGEST_CART = 16 * MEGABYTE;
const LARGEST_ANSWER = MEGABYTE;
const LONGEST_RETRY_AFTER = 3600;
/** Complete answers that prove that the API did not act. */
const REFUSALS = [400, 401, 403, 404, 409, 422, 429];
const EMPTY = [204, 205];

/**
 * Whether an answer to a write proves that the API did not act. A complete refusal of its own proves it, or our own
 * error.
 */
export function provesNothingDone(status: number, body: unknown): boolean {
  if (REFUSALS.includes(status)) return !isEnvelope(body) || body['acted'] === 'no';
  return isEnvelope(body) && body['acted'] === 'no';
}

/** Whether a body is the envelope of the gateway's own errors. */
export function isEnvelope(body: unknown): body is WireObject {
  return isWireObject(body) && typeof body['code'] === 'string' && 'acted' in body;
}

/** A failed call for the operator: codes, nothing of a person, a cart or a line. */
interface UpstreamFailure {
  readonly operation: OperationName;
  readonly reason: ErrorCode;
  /** The status of the API or of a box before it, where one answered. */
  readonly status?: number;
  /** What happened on the network, such as ECONNREFUSED. */
  readonly cause?: string;
}

/** Statuses of an answer of the API that the operator has to act on: the account is refused, or the API fails. */
function isFault(status: number): boolean {
  return status >= 500 || status === 401 || status === 403;
}

/** Sends a checked call on and gives the answer for the browser; never throws. */
export type Forward = (call: ApiCall, requestId: string) => Promise<Response>;

interface ForwardOptions {
  /** The limits of a write and of a read, in ms. */
  readonly writeWithin?: number;
  readonly readWithin?: number;
  readonly onFailure?: (failure: UpstreamFailure) => void;
}

/**
 * Forwards calls to the API at an origin: one try, no redirect, whole answers only. Of the browser's request only the
 * content of the call goes on. Of the answer only status, body and the headers written here come back.
 */
export function createForward(
  origin: string,
  upstream: Upstream,
  { writeWithin = WRITE_WITHIN, readWithin = READ_WITHIN, onFailure = () => undefined }: ForwardOptions = {},
): Forward {
  return async (call, requestId) => {
    const isRead = call.method === 'GET';
    const signal = AbortSignal.timeout(isRead ? readWithin : writeWithin);
    const request = new Request(origin + call.target, {
      method: call.method,
      headers: outboundHeaders(call, requestId),
      body: call.body,
      redirect: 'manual',
      signal,
    });
    try {
      const answer = askWhole(upstream, request, call.operation, requestId);
      const { response, failure } = await Promise.race([answer, rejectedBy(signal)]);
      if (failure) onFailure({ operation: call.operation, ...failure });
      return response;
    } catch (error) {
      const refusal = refusalFor(error, isRead);
      // A call without a token, or one that the gateway held back, is no failure of the API.
      if (refusal.code.startsWith('upstream_'))
        onFailure({ operation: call.operation, reason: refusal.code, cause: errorCode(error) });
      return errorResponse(refusal, requestId);
    }
  };
}

/** Written out: no cookie, no Authorization of the browser's, nothing forwarded or hop-by-hop. */
function outboundHeaders(call: ApiCall, requestId: string): Headers {
  return new Headers({
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
    'User-Agent': USER_AGENT,
    'X-Request-Id': requestId,
    ...(call.body ? { 'Content-Type': 'application/json' } : {}),
  });
}

const LISTS: readonly OperationName[] = ['listCarts', 'listLines'];
/** They answer a whole cart. */
const CARTS: readonly OperationName[] = ['readCart', 'updateCart', 'confirmCart', 'deleteLine'];

/** In bytes. */
function largestAnswer(operation: OperationName): number {
  if (LISTS.includes(operation)) return LARGEST_LIST;
  return CARTS.includes(operation) ? LARGEST_CART : LARGEST_ANSWER;
}

interface WholeAnswer {
  readonly response: Response;
  readonly failure?: Pick<UpstreamFailure, 'reason' | 'status'>;
}

async function askWhole(
  upstream: Upstream,
  request: Request,
  operation: OperationName,
  requestId: string,
): Promise<WholeAnswer> {
  const answer = await upstream(request);
  const isRead = request.method === 'GET';
  const isList = LISTS.includes(operation);
  const body = await readWhole(answer.body, largestAnswer(operation));
  const headers = apiHeaders(requestId);
  const { status } = answer;
  const failed = (error: GatewayError): WholeAnswer => ({
    response: errorResponse(error, requestId, headers),
    failure: { reason: error.code, status },
  });
  const isOk = status >= 200 && status < 300;
  const retryAfter = answer.headers.get('Retry-After') ?? '';
  if (/^\d{1,4}$/.test(retryAfter) && Number(retryAfter) <= LONGEST_RETRY_AFTER)
    headers.set('Retry-After', retryAfter);
  if (status >= 300 && status < 400) {
    return failed({ status: 502, code: 'upstream_redirect', acted: doubt(isRead), upstreamStatus: status });
  }
  if (EMPTY.includes(status)) return { response: wholeResponse(null, { status, headers }) };
  const isEmpty = isOk && body.byteLength === 0;
  const response = isEmpty
    ? wholeResponse(body, { status, headers })
    : jsonResponse(body, { status, headers });
  if (!response) {
    // An HTML page of a proxy, or a damaged answer. Its text is never shown, its status stays, and it proves nothing.
    const acted = doubt(isRead);
    return failed(
      isOk
        ? { status: 502, code: 'upstream_unreadable', acted, upstreamStatus: status }
        : { status, code: 'upstream_error', acted, upstreamStatus: status },
    );
  }
  if (isList && isOk) passPaging(answer.headers, response.headers);
  response.headers.set('Content-Length', String(body.byteLength));
  return { response, ...(isFault(status) ? { failure: { reason: 'upstream_error', status } } : {}) };
}

/** The paging facts in a list's headers, without their URLs. */
function passPaging(from: UpstreamAnswer['headers'], to: Headers): void {
  const total = from.get('X-Total-Count') ?? '';
  if (/^\d{1,12}$/.test(total)) to.set('X-Total-Count', total);
  const link = from.get('Link');
  if (link !== null) to.set('Link', /;\s*rel="?next"?/i.test(link) ? '<>; rel="next"' : '<>; rel="last"');
}

function refusalFor(error: unknown, isRead: boolean): GatewayError {
  if (error instanceof NotSentError) return error.refusal;
  const acted = doubt(isRead);
  if (error instanceof TooLargeError) return { status: 502, code: 'upstream_too_large', acted };
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { status: 504, code: 'upstream_timeout', acted };
  }
  return { status: 502, code: 'upstream_unreachable', acted };
}

/** A read changes nothing, even when it fails; the effect of a write that ends unclear is unknown. */
function doubt(isRead: boolean): 'no' | 'unknown' {
  return isRead ? 'no' : 'unknown';
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(new DOMException('The API took too long', 'TimeoutError')),
      {
        once: true,
      },
    );
  });
}
