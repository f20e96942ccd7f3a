import { readErrorBody, type FieldMessage } from '~/contract/error-body';
import { isWireObject, text } from '~/contract/scalars';

/** What went wrong, as far as a screen must tell cases apart; the words are the screen's. */
export type ApiErrorKind =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'busy'
  | 'fault'
  | 'unreadable'
  | 'restarted'
  | 'confirming'
  | 'several';

/** Whether the API may have carried out what it was asked: proved not, or not known. */
export type Acted = 'no' | 'unknown';

interface ApiErrorFacts {
  readonly kind: ApiErrorKind;
  readonly acted: Acted;
  readonly status?: number | undefined;
  readonly fields?: readonly FieldMessage[] | undefined;
  readonly messages?: readonly string[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly code?: string | undefined;
}

/** The one error that calls to the API end in, except being cancelled by ourselves. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly acted: Acted;
  readonly status: number | null;
  /** What the API said of single fields. */
  readonly fields: readonly FieldMessage[];
  /** What else it said, in its own words. */
  readonly messages: readonly string[];
  /** The id under which the gateway's log knows the call. */
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** The gateway's own word for it; null when it is the API that answered, or nobody. */
  readonly code: string | null;

  constructor(facts: ApiErrorFacts, options?: ErrorOptions) {
    super(`${facts.kind}${facts.status === undefined ? '' : ` (${facts.status})`}`, options);
    this.kind = facts.kind;
    this.acted = facts.acted;
    this.status = facts.status ?? null;
    this.fields = facts.fields ?? [];
    this.messages = facts.messages ?? [];
    this.requestId = facts.requestId ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.code = facts.code ?? null;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

/** Whether it is the API's own complete no, and not that it was never asked. */
export function isRefusal({ acted, status, code }: ApiError): boolean {
  return acted === 'no' && status !== null && (code === null || code === 'upstream_error');
}

/** The same failure, of which something else has proved that nothing was done. */
export function provedNotDone(error: ApiError): ApiError {
  const { kind, fields, messages } = error;
  return new ApiError({
    kind,
    acted: 'no',
    fields,
    messages,
    status: error.status ?? undefined,
    requestId: error.requestId ?? undefined,
    retryAfterSeconds: error.retryAfterSeconds ?? undefined,
    code: error.code ?? undefined,
  });
}

/** Whether an error is a refusal that says which fields it is about; these then say so themselves. */
export function hasFields(error: Error): error is ApiError {
  return isApiError(error) && error.acted === 'no' && error.fields.length > 0;
}

/** The statuses by which the API says that it did not act. */
const REFUSALS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
  429: 'busy',
};

/**
 * The error that an answer other than 2xx stands for. `body` is parsed JSON, or text where it was none. Only a refusal
 * proves that nothing was done; a 5xx, a 408 and every redirect leave it open, unless the gateway says so.
 */
export function errorOfAnswer(status: number, headers: Headers, body: unknown): ApiError {
  const envelope = isWireObject(body) && typeof body['code'] === 'string' && 'acted' in body ? body : null;
  // The gateway's own words are about the call, not about what was sent.
  const { fields, messages } = readErrorBody(envelope ? null : body);
  const said = envelope?.['acted'];
  const refusal = REFUSALS[status];
  return new ApiError({
    kind: kindOfCode(envelope?.['code']) ?? refusal ?? (status === 503 ? 'busy' : 'fault'),
    acted: said === 'no' || (said !== 'unknown' && refusal !== undefined) ? 'no' : 'unknown',
    status,
    fields,
    messages,
    requestId: headers.get('x-request-id') ?? (text.parse(envelope?.['id']) || undefined),
    retryAfterSeconds: toSeconds(headers.get('retry-after') ?? envelope?.['retry_after']),
    code: text.parse(envelope?.['code']) || undefined,
  });
}

/** What the gateway knows of a call that the API did not answer. */
function kindOfCode(code: unknown): ApiErrorKind | undefined {
  if (code === 'upstream_unreachable') return 'unreachable';
  if (code === 'upstream_timeout') return 'timeout';
  if (code === 'just_started') return 'restarted';
  if (code === 'latched' || code === 'held') return 'confirming';
  if (code === 'upstream_unreadable' || code === 'upstream_too_large') return 'unreadable';
  return undefined;
}

function toSeconds(said: unknown): number | undefined {
  const seconds = Number(said);
  return said !== null && Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) : undefined;
}
