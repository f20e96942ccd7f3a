import type { WriteName } from '~/contract/operations';
import { isWireObject, type WireObject } from '~/contract/scalars';
import { noteRefusingLock } from '~/api/records/cart-lock-headers';
import { ApiError, errorOfAnswer, isApiError, isRefusal } from '~/api/transport/api-error';
import { callApi, type ApiAnswer, type ApiRequest } from '~/api/transport/fetch-client';
import { postToGateway } from '~/api/transport/gateway-calls';
import { proxySignIn } from '~/api/transport/gateway-mark';
import { pause } from '~/api/transport/pause';
import { randomId } from '~/api/transport/random-id';
import { freshSession, type Session } from '~/api/session/gateway-session';
import { knownTime } from '~/api/session/server-time';
import { whileSending } from './tab-lock';
import { withLength } from './too-long';

/**
 * The outcome of a write. `done`: a whole answer of success. `refused`: the API's own complete refusal. `not-sent`: it is
 * proved that the API was never asked. `unknown`: everything else; only a reading can decide.
 */
export type WriteOutcome =
  | { readonly kind: 'done'; readonly answer: ApiAnswer }
  | { readonly kind: 'refused' | 'not-sent' | 'unknown'; readonly error: ApiError };

export interface WriteRequest extends Pick<ApiRequest, 'ids' | 'body'> {
  /** The session of the write, asked for before the reading that it is based on. Asked for here where it is absent. */
  readonly session?: Promise<Session>;
  /** The fingerprint of the state that the write is based on; the gateway refuses another state with 412. */
  readonly base?: string;
  /** The gateway's ticket for a confirmation of the reviewed cart. */
  readonly ticket?: string;
  /** Receives the Idempotency-Key; the write leaves when it resolves. */
  readonly onKey?: (idempotencyKey: string) => Promise<void>;
}

/** How long a request under way is waited for, in milliseconds. */
const RESOLVED_WITHIN = 45_000;
/** The pauses between two questions to the gateway. */
const RESOLVE_PAUSES = [500, 1000, 2000, 4000];

/** Asks for the session that a write needs, while something else is read. The write reports its failure. */
export function sessionForWrite(): Promise<Session> {
  const session = freshSession();
  session.catch(() => undefined);
  return session;
}

/**
 * Sends a write under one Idempotency-Key, which the gateway lets through once. Every write goes through here. Without an
 * answer, the gateway is asked for the outcome first. Nothing is ever sent a second time.
 */
export async function write(operation: WriteName, request: WriteRequest = {}): Promise<WriteOutcome> {
  if (!navigator.onLine)
    return { kind: 'not-sent', error: new ApiError({ kind: 'offline', effect: 'none' }) };
  try {
    return await send(operation, request, await (request.session ?? freshSession()));
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

function send(
  operation: WriteName,
  { ids, body, ticket, base, onKey }: WriteRequest,
  { epoch }: Session,
): Promise<WriteOutcome> {
  const key = `${epoch}.${knownTime()}.${randomId()}`;
  const credentials = {
    'idempotency-key': key,
    ...(base === undefined ? {} : { 'x-ot-base': base }),
    ...(ticket === undefined ? {} : { 'x-ot-ticket': ticket }),
  };
  const request = { ...(ids ? { ids } : {}), ...(body ? { body } : {}), credentials };
  return whileSending(key, async () => {
    await onKey?.(key);
    try {
      return { kind: 'done', answer: await callApi(operation, request) };
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (ids?.cartId !== undefined) noteRefusingLock(ids.cartId, error.envelope?.['lock']);
      const isUnanswered = isForeign(error) || (error.status === null && error.effect === 'unknown');
      const isOpen = isUnanswered || error.code === 'in_flight';
      return withBodyLength(isOpen ? await resolveKey(key, error) : outcomeOf(error), body);
    }
  });
}

/** Adds the length of a body that was refused for it. */
function withBodyLength(outcome: WriteOutcome, body: WireObject | undefined): WriteOutcome {
  if (outcome.kind === 'done' || outcome.error.status !== 413 || !body) return outcome;
  return { ...outcome, error: withLength(outcome.error, body) };
}

function outcomeOf(error: ApiError): WriteOutcome {
  if (error.effect === 'unknown') return { kind: 'unknown', error };
  return { kind: isRefusal(error) ? 'refused' : 'not-sent', error };
}

/**
 * Asks the gateway for the outcome of a key without an answer, and voids a key that never arrived. Where a proxy wants a
 * sign-in first, no wait brings an answer.
 */
export async function resolveKey(key: string, unanswered: ApiError): Promise<WriteOutcome> {
  const start = performance.now();
  const unknown: WriteOutcome = { kind: 'unknown', error: unanswered };
  for (let attempts = 0; ; attempts += 1) {
    const resolution = await askForResolution(key);
    if (resolution?.['state'] === 'never') return { kind: 'not-sent', error: neverArrived(unanswered) };
    if (resolution?.['state'] === 'done') return readDone(Number(resolution['status']), resolution['body']);
    if (resolution?.['state'] === 'other_epoch' || proxySignIn.isNeeded()) return unknown;
    // A request under way is waited for; a gateway without an answer only for a moment.
    const delay = RESOLVE_PAUSES[attempts] ?? (resolution ? RESOLVE_PAUSES.at(-1) : undefined);
    if (delay === undefined || performance.now() - start > RESOLVED_WITHIN) return unknown;
    await pause(delay);
  }
}

/** Whether something on the way answered. */
function isForeign({ kind }: ApiError): boolean {
  return kind === 'intercepted' || kind === 'proxy-sign-in';
}

/** A request that something on the way answered was blocked there. */
function neverArrived(unanswered: ApiError): ApiError {
  if (!isForeign(unanswered)) return unanswered.with({ effect: 'none' });
  return new ApiError({ kind: 'blocked', effect: 'none', status: unanswered.status ?? undefined });
}

async function askForResolution(key: string) {
  try {
    const { status, body } = await postToGateway(`/gw/idempotency-keys/${key}/resolve`);
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
