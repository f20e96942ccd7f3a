import { readErrorBody, type FieldMessage } from '~/contract/error-body';
import { isUnknownArray, isWireObject, text, type WireObject } from '~/contract/scalars';

/** The kinds of failure that a screen tells apart. */
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
  | 'several'
  /** Something on the way answered in the gateway's place. */
  | 'intercepted'
  /** The same, and it wants a new sign-in: the session of a proxy has ended. */
  | 'proxy-sign-in'
  /** Something on the way answered, and the gateway has proved that the request never arrived. */
  | 'blocked'
  /** The object differs from the write's base. */
  | 'changed'
  /** The gateway takes no writes from this version of the page. */
  | 'outdated'
  /** A limit of the gateway's own: of one person's requests, or of those under way. */
  | 'own-limit'
  /** Another tab of this browser holds the object. */
  | 'other-tab'
  /** An earlier change of the cart may still be carried out, so it is not confirmed. */
  | 'write-in-doubt'
  /** The gateway cannot store its state, so it sends nothing. */
  | 'state-unavailable'
  /** The body of a request is over a limit. */
  | 'too-long';

/** Whether the API may have acted on the request: proved not, or not known. */
export type Effect = 'none' | 'unknown';

/** The length of a body that was refused for it, in bytes. */
export interface BodyLength {
  readonly sent: number;
  /** The gateway's own limit; null where another one refused. */
  readonly limit: number | null;
  /** The path of the field with the longest text. */
  readonly longestField: string | null;
}

interface ApiErrorFacts {
  readonly kind: ApiErrorKind;
  readonly effect: Effect;
  readonly status?: number | undefined;
  readonly fields?: readonly FieldMessage[] | undefined;
  readonly messages?: readonly string[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly code?: string | undefined;
  readonly envelope?: WireObject | null | undefined;
  readonly length?: BodyLength | null | undefined;
}

/** The one error that calls to the API end in, except being cancelled by ourselves. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly effect: Effect;
  readonly status: number | null;
  /** The API's messages about single fields. */
  readonly fields: readonly FieldMessage[];
  /** The API's other messages, in its own words. */
  readonly messages: readonly string[];
  /** The id under which the gateway's log knows the call. */
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** The gateway's own code; null when the API answered, or no answer came. */
  readonly code: string | null;
  /** The gateway's envelope, which may hold the object as it is now; null for an answer of the API. */
  readonly envelope: WireObject | null;
  /** Of a write that was refused for its length. */
  readonly length: BodyLength | null;
  readonly #facts: ApiErrorFacts;

  constructor(facts: ApiErrorFacts, options?: ErrorOptions) {
    super(`${facts.kind}${facts.status === undefined ? '' : ` (${facts.status})`}`, options);
    this.#facts = facts;
    this.kind = facts.kind;
    this.effect = facts.effect;
    this.status = facts.status ?? null;
    this.fields = facts.fields ?? [];
    this.messages = facts.messages ?? [];
    this.requestId = facts.requestId ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.code = facts.code ?? null;
    this.envelope = facts.envelope ?? null;
    this.length = facts.length ?? null;
  }

  /** The same failure with some facts changed. */
  with(changes: Partial<ApiErrorFacts>): ApiError {
    return new ApiError({ ...this.#facts, ...changes });
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

/** Whether the error is the API's own complete refusal. */
export function isRefusal({ effect, status, code }: ApiError): boolean {
  return effect === 'none' && status !== null && (code === null || code === 'upstream_error');
}

/** Whether an error is a refusal that says which fields it is about; these then say so themselves. */
export function hasFields(error: Error): error is ApiError {
  return isApiError(error) && error.effect === 'none' && error.fields.length > 0;
}

/** The statuses by which the API says that it did not act. */
const REFUSALS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-long',
  422: 'invalid',
  429: 'busy',
};

/**
 * The error that an answer other than 2xx of the gateway stands for. `body` is parsed JSON, or text where it was none. Only
 * a refusal in JSON proves that nothing was done, or the gateway's envelope; every other answer leaves it open.
 */
export function errorOfAnswer(status: number, headers: Headers, body: unknown): ApiError {
  const envelope = isWireObject(body) && typeof body['code'] === 'string' && 'acted' in body ? body : null;
  // The gateway's own message is about the call, not about the values in it.
  const { fields, messages } = readErrorBody(envelope ? null : body);
  const said = envelope?.['acted'];
  const refusal = REFUSALS[status];
  const isRefused = refusal !== undefined && (isWireObject(body) || isUnknownArray(body));
  return new ApiError({
    kind: kindOfCode(envelope?.['code'], status) ?? refusal ?? (status === 503 ? 'busy' : 'fault'),
    effect: said === 'no' || (envelope === null && isRefused) ? 'none' : 'unknown',
    status,
    fields,
    messages,
    requestId: headers.get('x-request-id') ?? (text.parse(envelope?.['id']) || undefined),
    retryAfterSeconds: toSeconds(headers.get('retry-after') ?? envelope?.['retry_after']),
    code: text.parse(envelope?.['code']) || undefined,
    envelope,
  });
}

/** The kind that a code of the gateway's envelope stands for. */
function kindOfCode(code: unknown, status: number): ApiErrorKind | undefined {
  // A page instead of JSON may come from a proxy before the API. Its status and headers about load hold all the same.
  if (code === 'upstream_error' && status < 500 && status !== 404 && status !== 429) return 'unreadable';
  return typeof code === 'string' ? KINDS_OF_CODES[code] : undefined;
}

const KINDS_OF_CODES: Readonly<Record<string, ApiErrorKind>> = {
  upstream_unreachable: 'unreachable',
  upstream_timeout: 'timeout',
  upstream_unreadable: 'unreadable',
  upstream_too_large: 'unreadable',
  just_started: 'restarted',
  locked: 'confirming',
  held: 'confirming',
  changed: 'changed',
  base_required: 'changed',
  bad_ticket: 'changed',
  old_page: 'outdated',
  own_limit: 'own-limit',
  busy: 'own-limit',
  write_in_doubt: 'write-in-doubt',
  state_unavailable: 'state-unavailable',
};

function toSeconds(said: unknown): number | undefined {
  const seconds = Number(said);
  return said !== null && Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) : undefined;
}
