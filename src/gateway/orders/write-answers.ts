import { readableLines, readCart } from '~/contract/cart';
import { parseLossless } from '~/contract/lossless-json';
import { isWireObject } from '~/contract/scalars';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { errorResponse, gatewayError, type GatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';
import { wholeResponse } from '~/gateway/http/whole-response';
import { StateUnavailableError } from '~/gateway/state/state-store';
import { CartBusyError } from './cart-line';
import type { Resolution, StoredAnswer } from './idempotency-keys';
import { provesNothingDone } from './proxy';

/* The gateway's own answers to writes, and what an answer of the API proves. */

/** The answer, or the gateway's own where it cannot act. Both errors are thrown before anything is sent. */
export async function answered(answer: Promise<Response>, requestId: string): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CartBusyError) return errorResponse(BUSY, requestId);
    if (error instanceof StateUnavailableError) return errorResponse(UNAVAILABLE, requestId);
    throw error;
  }
}

const BUSY: GatewayError = { ...gatewayError(503, 'busy'), retryAfter: 2 };
const UNAVAILABLE: GatewayError = { ...gatewayError(503, 'state_unavailable'), retryAfter: 5 };
const FORGOTTEN: GatewayError = { status: 409, code: 'answer_forgotten', acted: 'unknown' };
/** The API's refusal of a confirmation may say that the cart is being placed already: only a reading can tell. */
export const CONFLICT: GatewayError = {
  status: 409,
  code: 'upstream_error',
  acted: 'unknown',
  upstreamStatus: 409,
};

/** Why a key lets nothing go. */
export const REFUSALS = {
  malformed: gatewayError(400, 'bad_key'),
  // A browser may have sent it first to a gateway whose state is lost: its outcome is not known here.
  stale: { status: 409, code: 'stale_key', acted: 'unknown' },
  voided: gatewayError(409, 'stale_key'),
  in_flight: { status: 409, code: 'in_flight', acted: 'unknown' },
} as const satisfies Record<string, GatewayError>;

/** The refusal of a person who has used up the quota; `leftMs` is its wait. */
export function overQuota(leftMs: number): GatewayError {
  return { ...gatewayError(429, 'own_limit'), retryAfter: Math.min(60, toSeconds(leftMs)) };
}

/** The answer of the first request for a copy of it; null: it is not stored any more. */
export function again(answer: StoredAnswer | null, requestId: string): Response {
  if (!answer) return errorResponse(FORGOTTEN, requestId);
  const headers = apiHeaders(requestId);
  if (answer.retryAfter !== null) headers.set('Retry-After', answer.retryAfter);
  return wholeResponse(answer.body === '' ? null : answer.body, { status: answer.status, headers });
}

/** The proof in the answer to a confirmation. A success proves the order only where a line has left the draft state. */
export function provedBy(status: number, body: unknown): 'placed' | 'nothing' | 'open' {
  if (provesNothingDone(status, body)) return 'nothing';
  if (status < 200 || status >= 300) return 'open';
  try {
    return readableLines(readCart(body)).some((line) => !isDraft(line)) ? 'placed' : 'open';
  } catch {
    return 'open';
  }
}

type KnownResolution = Exclude<Resolution, { kind: 'malformed' } | { kind: 'over_quota' }>;

/** The outcome of a key as the body of an answer. */
export function inWords(resolution: KnownResolution): object {
  if (resolution.kind !== 'done') return { state: resolution.kind };
  const { answer } = resolution;
  if (answer) return { state: 'done', status: answer.status, body: parse(answer.body) };
  const { status, code, acted } = FORGOTTEN;
  return { state: 'done', status, body: { code, acted } };
}

/** The JSON of an answer that was checked to be JSON, or null. */
function parse(text: string): unknown {
  if (text === '') return null;
  const body = parseLossless(text);
  return isWireObject(body) || Array.isArray(body) ? body : null;
}

/** Whole seconds, rounded up; 0 for a time that is over. */
export function toSeconds(milliseconds: number): number {
  return Math.max(0, Math.ceil(milliseconds / 1000));
}
