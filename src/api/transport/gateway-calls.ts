import { parseLossless } from '~/contract/lossless-json';
import type { WireObject } from '~/contract/scalars';
import { ApiError, errorOfAnswer, isApiError } from './api-error';
import { OWN_CALL } from './fetch-client';
import { requireMark } from './gateway-mark';

const WITHIN = 30_000;

export interface GatewayAnswer {
  readonly status: number;
  /** Parsed JSON; null when there was none. */
  readonly body: unknown;
}

/** Reads something that the gateway itself knows; see postToGateway for errors. */
export function getFromGateway(path: string): Promise<GatewayAnswer> {
  return exchange(path, { headers: OWN_CALL });
}

/**
 * Asks the gateway itself to do something, none of which changes anything at the API. Throws an ApiError by which nothing
 * was done when no answer came, or none that can be read.
 */
export function postToGateway(path: string, body: WireObject = {}): Promise<GatewayAnswer> {
  return exchange(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...OWN_CALL },
    body: JSON.stringify(body),
  });
}

/** The error of an answer that is no success. The API did nothing in any of these cases. */
export function refusedByGateway(status: number, body: unknown): ApiError {
  return errorOfAnswer(status, new Headers(), body).with({ effect: 'none' });
}

async function exchange(path: string, init: RequestInit): Promise<GatewayAnswer> {
  const limit = AbortSignal.timeout(WITHIN);
  try {
    const response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      redirect: 'manual',
      signal: limit,
    });
    requireMark(response);
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : parseJson(text, response.status) };
  } catch (error) {
    if (isApiError(error)) throw error.with({ effect: 'none' });
    const isOffline = !navigator.onLine;
    const kind = limit.aborted ? 'timeout' : isOffline ? 'offline' : 'unreachable';
    throw new ApiError({ kind, effect: 'none' }, { cause: error });
  }
}

function parseJson(text: string, status: number): unknown {
  try {
    return parseLossless(text);
  } catch (error) {
    throw new ApiError({ kind: 'unreadable', effect: 'none', status }, { cause: error });
  }
}
