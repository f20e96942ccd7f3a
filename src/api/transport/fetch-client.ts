import { parseLossless, stringifyLossless } from '~/contract/lossless-json';
import { operationPath, operations, type OperationIds, type OperationName } from '~/contract/operations';
import type { WireObject } from '~/contract/scalars';
import { ApiError, errorOfAnswer, isApiError } from './api-error';
import { requireMark } from './gateway-mark';

/** Longer than the gateway's own limits, so that the gateway answers first. In milliseconds. */
const READ_LIMIT = 30_000;
const WRITE_LIMIT = 40_000;

export interface ApiRequest {
  readonly ids?: OperationIds;
  /** Query string without the question mark. */
  readonly query?: string;
  readonly body?: WireObject;
  /** Cancels a read; a write that has left cannot be called back. */
  readonly signal?: AbortSignal;
  /** The headers that let a write through; see `write`. */
  readonly credentials?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  /** Parsed JSON; null when the answer was empty. */
  readonly body: unknown;
  readonly headers: Headers;
}

/** The mark of our own page, which no form or link of another site can send. An announced read has no headers of ours. */
export const OWN_CALL = { 'x-ot': '1' } as const;

/** Restores the session after a call met its end. Gives whether the call may be made once more; `code` is the refusal's. */
export type SessionRecovery = (
  operation: OperationName,
  code: string | null,
  signal?: AbortSignal,
) => Promise<boolean>;

let recoverSession: SessionRecovery = () => Promise.resolve(false);

/**
 * Sets the function that restores a session, once at the start of the page. This file sits below the session and cannot
 * import it.
 */
export function setSessionRecovery(recovery: SessionRecovery): void {
  recoverSession = recovery;
}

/**
 * Makes one call to one operation. After it restores a session or a token, it repeats the call once. It does so only
 * where the gateway refused the call before it left. Throws the errors of callOnce.
 */
export async function callApi(operation: OperationName, request: ApiRequest = {}): Promise<ApiAnswer> {
  try {
    return await callOnce(operation, request);
  } catch (error) {
    if (!isApiError(error) || error.status !== 401) throw error;
    if (await recoverSession(operation, error.code, request.signal)) return callOnce(operation, request);
    throw error;
  }
}

/**
 * Makes one call to one operation, once: nothing here retries. Throws an ApiError for every answer but a complete 2xx
 * of JSON (or empty) from our gateway. A call cancelled by `signal` throws its reason.
 */
async function callOnce(operation: OperationName, request: ApiRequest): Promise<ApiAnswer> {
  const { method } = operations[operation];
  const isWrite = method !== 'GET';
  if (isWrite && !navigator.onLine) throw new ApiError({ kind: 'offline', effect: 'none' });

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
      // The gateway redirects no call. A followed redirect turns a POST into a GET, and ends at another origin unseen.
      redirect: 'manual',
      credentials: 'same-origin',
      signal: request.signal ? AbortSignal.any([limit, request.signal]) : limit,
      ...(request.body ? { body: stringifyLossless(request.body) } : {}),
    });
    return await readAnswer(response);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (request.signal?.aborted) throw error;
    // A write that had left is not called offline, which means that nothing was sent.
    const isOffline = !isWrite && !navigator.onLine;
    const kind = limit.aborted ? 'timeout' : isOffline ? 'offline' : 'unreachable';
    throw new ApiError({ kind, effect: 'unknown' }, { cause: error });
  }
}

async function readAnswer(response: Response): Promise<ApiAnswer> {
  requireMark(response);
  const text = await response.text();
  if (!response.ok) throw errorOfAnswer(response.status, response.headers, parseJson(text) ?? text);
  const body = parseJson(text);
  if (body === undefined) throw unreadable(response.headers);
  return { body, headers: response.headers };
}

/** Parses JSON: undefined for any other text, null for an empty one. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

function unreadable(headers?: Headers, cause?: unknown): ApiError {
  return new ApiError(
    { kind: 'unreadable', effect: 'unknown', requestId: headers?.get('x-request-id') ?? undefined },
    { cause },
  );
}

/** Applies one of the contract's readers to an answer. A failed reading becomes an ApiError of kind unreadable. */
export function readWith<T>(answer: ApiAnswer, read: (body: unknown) => T): T {
  try {
    return read(answer.body);
  } catch (error) {
    throw unreadable(answer.headers, error);
  }
}

/** The same for an answer that may be of another kind: null then. */
export function ifRead<T>(answer: ApiAnswer, read: (body: unknown) => T): T | null {
  try {
    return read(answer.body);
  } catch {
    return null;
  }
}
