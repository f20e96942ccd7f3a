import type { WriteName } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import { ApiError, errorOfAnswer, isApiError, isRefusal, provedNotDone } from './api-error';
import { callApi, type ApiAnswer, type ApiRequest } from './fetch-client';
import { postToGateway } from './gateway-calls';
import { pause } from './pause';
import { randomId } from './random-id';
import { freshSession, type Session } from './session';

/**
 * What a write came to, and what it takes to say so. `done`: a whole answer of success. `refused`: the API's own complete
 * no. `not-sent`: it is proved that the API was never asked. `unknown`: everything else; only a reading can decide.
 */
export type WriteOutcome =
  | { readonly kind: 'done'; readonly answer: ApiAnswer }
  | { readonly kind: 'refused' | 'not-sent' | 'unknown'; readonly error: ApiError };

export interface WriteRequest extends Omit<ApiRequest, 'signal' | 'credentials'> {
  /** Of a confirmation: what the gateway gave for the reviewed cart. */
  readonly ticket?: string;
  /** Told the attempt's id before it leaves. */
  readonly onAttempt?: (attemptId: string) => void;
}

/** How long a request that is still under way is waited for, in milliseconds. */
const SETTLED_WITHIN = 45_000;
/** The pauses between asking what became of an attempt. */
const SETTLE_PAUSES = [500, 1000, 2000, 4000];

/**
 * Sends a write, as one attempt that the gateway lets through once, whatever is doubled or resent on the way. Every write
 * goes through here. Where no answer came, the gateway is asked what became of the attempt before anything is said.
 */
export async function write(operation: WriteName, request: WriteRequest = {}): Promise<WriteOutcome> {
  if (!navigator.onLine) return { kind: 'not-sent', error: new ApiError({ kind: 'offline', acted: 'no' }) };
  try {
    // Read anew for each write: an id that the gateway refuses for its name then means that it was restarted meanwhile, and
    // what reached the process before nobody can tell. Nothing is ever sent a second time.
    return await attempt(operation, request, await freshSession());
  } catch (error) {
    if (isApiError(error)) return { kind: 'not-sent', error };
    throw error;
  }
}

/** The answer of a write that was done; throws the ApiError of every other outcome. */
export function answerOf(outcome: WriteOutcome): ApiAnswer {
  if (outcome.kind === 'done') return outcome.answer;
  throw outcome.error;
}

async function attempt(
  operation: WriteName,
  { ticket, onAttempt, ...request }: WriteRequest,
  session: Session,
): Promise<WriteOutcome> {
  const id = `${session.bootId}.${Date.now() + session.clockAhead}.${randomId()}`;
  onAttempt?.(id);
  const credentials = { 'x-ot-attempt': id, ...(ticket === undefined ? {} : { 'x-ot-ticket': ticket }) };
  try {
    const answer = await callApi(operation, { ...request, credentials });
    // An answer that was cut in its headers looks like an empty success.
    const isWhole = answer.body !== null || answer.headers.has('x-request-id');
    return isWhole
      ? { kind: 'done', answer }
      : await settle(id, new ApiError({ kind: 'unreadable', acted: 'unknown' }));
  } catch (error) {
    if (!isApiError(error)) throw error;
    const isUnheard = error.status === null && error.acted === 'unknown';
    return isUnheard || error.code === 'in_flight' ? settle(id, error) : outcomeOf(error);
  }
}

function outcomeOf(error: ApiError): WriteOutcome {
  if (error.acted === 'unknown') return { kind: 'unknown', error };
  return { kind: isRefusal(error) ? 'refused' : 'not-sent', error };
}

/** What became of an attempt of which nobody heard: as the gateway tells it, else unknown as before. */
export async function settle(attemptId: string, unheard: ApiError): Promise<WriteOutcome> {
  const start = Date.now();
  const unknown: WriteOutcome = { kind: 'unknown', error: unheard };
  for (let asked = 0; ; asked += 1) {
    const told = await askWhatBecameOf(attemptId);
    if (told?.['state'] === 'never') return { kind: 'not-sent', error: provedNotDone(unheard) };
    if (told?.['state'] === 'done') return readDone(Number(told['status']), told['body']);
    if (told?.['state'] === 'other_boot') return unknown;
    // Still under way is waited for; a gateway that says nothing only for a moment.
    const delay = SETTLE_PAUSES[asked] ?? (told ? SETTLE_PAUSES.at(-1) : undefined);
    if (delay === undefined || Date.now() - start > SETTLED_WITHIN) return unknown;
    await pause(delay);
  }
}

async function askWhatBecameOf(attemptId: string) {
  try {
    const { status, body } = await postToGateway(`/gw/attempts/${attemptId}/settle`);
    return status === 200 && isWireObject(body) ? body : null;
  } catch (error) {
    if (isApiError(error)) return null;
    throw error;
  }
}

function readDone(status: number, body: unknown): WriteOutcome {
  const headers = new Headers();
  if (status >= 200 && status < 300) return { kind: 'done', answer: { body, headers } };
  return outcomeOf(errorOfAnswer(status, headers, body));
}
