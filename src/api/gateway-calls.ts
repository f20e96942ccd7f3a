import type { WireObject } from '~/contract/scalars';
import { ApiError, errorOfAnswer, provedNotDone } from './api-error';
import { OWN_CALL } from './fetch-client';

const WITHIN = 30_000;

export interface GatewayAnswer {
  readonly status: number;
  /** Parsed JSON; null when there was none. */
  readonly body: unknown;
}

/** Reads something that the gateway itself knows; see postToGateway for errors. */
export function askGateway(path: string): Promise<GatewayAnswer> {
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

/** The error of an answer that is no success: whatever went wrong, nothing was done. */
export function refusedByGateway(status: number, body: unknown): ApiError {
  return provedNotDone(errorOfAnswer(status, new Headers(), body));
}

async function exchange(path: string, init: RequestInit): Promise<GatewayAnswer> {
  const limit = AbortSignal.timeout(WITHIN);
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin', signal: limit });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body };
  } catch (error) {
    const isOffline = !navigator.onLine;
    const kind = limit.aborted ? 'timeout' : isOffline ? 'offline' : 'unreachable';
    throw new ApiError({ kind, acted: 'no' }, { cause: error });
  }
}
