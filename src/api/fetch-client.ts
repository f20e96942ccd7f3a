import { operationPath, operations, type OperationIds, type OperationName } from '~/contract/operations';
import type { WireObject } from '~/contract/scalars';
import { ApiError, errorOfAnswer, isApiError } from './api-error';

/** Longer than the gateway's own limits, so that the gateway speaks first. In milliseconds. */
const READ_LIMIT = 30_000;
const WRITE_LIMIT = 40_000;

export interface ApiRequest {
  readonly ids?: OperationIds;
  /** Query string without the question mark. */
  readonly query?: string;
  readonly body?: WireObject;
  /** Cancels a read; a write that has left cannot be called back. */
  readonly signal?: AbortSignal;
  /** The attempt and the ticket of a write; see `write`. */
  readonly credentials?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  /** Parsed JSON; null when the answer was empty. */
  readonly body: unknown;
  readonly headers: Headers;
}

/** The mark of our own page, which no form or link of another site can send. An announced read has no headers of ours. */
export const OWN_CALL = { 'x-ot': '1' } as const;

/**
 * Makes one call to one operation. Only where it was refused before it left the gateway, because a session or its token
 * is over, may it be made once more, when that is put right. Throws what callOnce throws.
 */
export async function callApi(operation: OperationName, request: ApiRequest = {}): Promise<ApiAnswer> {
  try {
    return await callOnce(operation, request);
  } catch (error) {
    if (!isApiError(error) || error.status !== 401) throw error;
    const { mayAskAgain } = await import('./lost-session');
    if (await mayAskAgain(operation, error.code, request.signal)) return callOnce(operation, request);
    throw error;
  }
}

/**
 * Makes one call to one operation, once: nothing here retries. Throws an ApiError for every answer that is not a
 * complete 2xx of JSON (or empty); being cancelled by `signal` throws its reason.
 */
async function callOnce(operation: OperationName, request: ApiRequest): Promise<ApiAnswer> {
  const { method } = operations[operation];
  const isWrite = method !== 'GET';
  if (isWrite && !navigator.onLine) throw new ApiError({ kind: 'offline', acted: 'no' });

  const path = operationPath(operation, request.ids);
  const limit = AbortSignal.timeout(isWrite ? WRITE_LIMIT : READ_LIMIT);
  try {
    const response = await fetch(request.query ? `${path}?${request.query}` : path, {
      method,
      headers: {
        accept: 'application/json',
        ...(isWrite ? OWN_CALL : {}),
        ...request.credentials,
        ...(request.body ? { 'content-type': 'application/json' } : {}),
      },
      // A followed redirect would turn a POST into a GET that looks like success.
      redirect: isWrite ? 'manual' : 'follow',
      credentials: 'same-origin',
      signal: request.signal ? AbortSignal.any([limit, request.signal]) : limit,
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    });
    return await readAnswer(response);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (request.signal?.aborted) throw error;
    throw new ApiError(
      { kind: limit.aborted ? 'timeout' : navigator.onLine ? 'unreachable' : 'offline', acted: 'unknown' },
      { cause: error },
    );
  }
}

async function readAnswer(response: Response): Promise<ApiAnswer> {
  const text = response.type === 'opaqueredirect' ? '' : await response.text();
  if (!response.ok) throw errorOfAnswer(response.status, response.headers, parseJson(text) ?? text);
  const body = parseJson(text);
  if (body === undefined) throw unreadable(response.headers);
  return { body, headers: response.headers };
}

/** undefined for what is no JSON, null for an empty text. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(headers?: Headers, cause?: unknown): ApiError {
  return new ApiError(
    { kind: 'unreadable', acted: 'unknown', requestId: headers?.get('x-request-id') ?? undefined },
    { cause },
  );
}

/** Applies one of the contract's readers to an answer; what it cannot read becomes an ApiError of kind unreadable. */
export function readWith<T>(answer: ApiAnswer, read: (body: unknown) => T): T {
  try {
    return read(answer.body);
  } catch (error) {
    throw unreadable(answer.headers, error);
  }
}
