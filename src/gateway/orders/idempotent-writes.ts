import { stringifyLossless } from '~/contract/lossless-json';
import { cartFingerprint } from '~/domain/carts/cart-fingerprint';
import type { ApiCall } from './api-request';
import { createCartLine, type CartTurn } from './cart-line';
import { compareBase, needsBase } from './compare-base';
import { createConfirmTickets, type Reviewed } from './confirm-tickets';
import { createConfirmationLocks, type ConfirmationLock, type LockTimes } from './confirmation-locks';
import { isDraftCart, readFreshCart } from './fresh-reading';
import { createIdempotencyKeys, type KeyClaim, type KeyState } from './idempotency-keys';
import { provesNothingDone, type Forward } from './proxy';
import {
  again,
  answered,
  CONFLICT,
  inWords,
  overQuota,
  provedBy,
  REFUSALS,
  toSeconds,
} from './write-answers';
import { createWriteDoubts } from './write-doubts';
import { errorResponse, gatewayError, type GatewayError } from '~/gateway/http/error-response';
import { isOldWrite, oldPageResponse } from '~/gateway/http/old-page';
import { apiHeaders } from '~/gateway/http/security-headers';
import { jsonOf, textOf, wholeResponse } from '~/gateway/http/whole-response';
import { NEW_EPOCH_KEY, type StateStore } from '~/gateway/state/state-store';
import type { ValueCipher } from '~/gateway/state/value-cipher';

interface RequestHeaders {
  get(name: string): string | null;
}

/** The person that asks, as a quota counts it, and the id of the request. */
interface Requester {
  readonly owner: string;
  readonly requestId: string;
}

/**
 * Every write, behind the rules that make one click one request and one cart one order. See docs/write-protocol.md. None
 * of the methods rejects: a store that cannot be reached is an answer too.
 */
export interface IdempotentWrites {
  /** Sends a write on, once for its Idempotency-Key; a copy receives the answer of the first. */
  write(call: ApiCall, headers: RequestHeaders, requestId: string): Promise<Response>;
  /** The outcome of an Idempotency-Key; an unused one is voided. */
  resolve(key: string, requester: Requester): Promise<Response>;
  /** Reads a cart and gives a ticket for its confirmation, if it equals the reviewed cart and may be confirmed. */
  giveTicket(reviewed: Reviewed, requester: Requester): Promise<Response>;
  /** Lifts the lock of a confirmation without a proof, after the hold, if its cart is still a draft. */
  liftLock(cartId: string, requester: Requester): Promise<Response>;
  /** The lock that a reading of a cart reports; null without one that is under way or open. */
  lockOf(cartId: string): Promise<ConfirmationLock | null>;
}

interface Parts {
  readonly forward: Forward;
  readonly state: StateStore;
  readonly cipher: ValueCipher;
  readonly times: LockTimes;
}

export function createIdempotentWrites({ forward, state, cipher, times }: Parts): IdempotentWrites {
  const keys = createIdempotencyKeys(state, cipher, times.writeMs);
  const locks = createConfirmationLocks(state, times);
  const tickets = createConfirmTickets(state);
  const doubts = createWriteDoubts(state, times.holdMs);
  const inCartLine = createCartLine(state, times.writeMs);

  const locked = (lock: ConfirmationLock): GatewayError => ({
    ...gatewayError(409, 'locked'),
    retryAfter: toSeconds(lock.until - state.now()),
    lock,
  });

  /** Sends a claimed write, and stores its answer for copies. */
  async function send(call: ApiCall, key: string, requestId: string): Promise<Sent> {
    const given = await forward(call, requestId).catch(() =>
      errorResponse({ status: 500, code: 'internal', acted: 'unknown' }, requestId),
    );
    const isConflict = call.operation === 'confirmCart' && given.status === 409;
    const answer = isConflict ? errorResponse(CONFLICT, requestId) : given;
    const [text, body] = [await textOf(answer), await jsonOf(answer)];
    const { status } = answer;
    // From here on the store decides nothing: the answer goes to the page, even when the note fails.
    const stored = { status, body: text, retryAfter: answer.headers.get('Retry-After') };
    keys.finish(key, call.owner, stored).catch(() => undefined);
    return { answer, status, body };
  }

  async function writeInTurn(
    call: ApiCall,
    cartId: string,
    { key, base, requestId }: Write,
    turn: CartTurn,
  ): Promise<Response> {
    const known = await keys.check(key);
    if (known.kind !== 'unused') return withoutSending(known, requestId);
    const lock = await locks.read(cartId);
    if (lock) return errorResponse(locked(lock), requestId);
    const difference = await compareBase(forward, call, base, requestId);
    if (difference) return difference;
    turn.check();
    // Together, so that both are durable at once.
    const [claim, hasBegun] = await Promise.all([keys.claim(key, call.owner), doubts.begin(cartId)]);
    if (claim.kind !== 'claimed') {
      await doubts.end(cartId, hasBegun, true);
      return withoutSending(claim, requestId);
    }
    const { answer, status, body } = await send(call, key, requestId);
    doubts.end(cartId, hasBegun, answer.ok || provesNothingDone(status, body)).catch(() => undefined);
    return answer;
  }

  /**
   * Checks and locks the cart in its turn. Gives the function that sends the confirmation after the turn, or the
   * refusal.
   */
  async function lockInTurn(
    call: ApiCall,
    cartId: string,
    { key, ticket, requestId }: Write,
    turn: CartTurn,
  ): Promise<GatewayError | Response | (() => Promise<Response>)> {
    const known = await keys.check(key);
    if (known.kind !== 'unused') return withoutSending(known, requestId);
    const lock = await locks.read(cartId);
    if (lock) return locked(lock);
    const reviewed = await tickets.read(ticket, call.owner);
    if (reviewed?.cartId !== cartId) return gatewayError(409, 'bad_ticket');
    const refusal = await whyNot(reviewed, { owner: call.owner, requestId });
    if (refusal) return refusal;
    turn.check();
    const [claim, isLocked, isUsed] = await Promise.all([
      keys.claim(key, call.owner),
      locks.lock(cartId, key),
      tickets.use(ticket),
    ]);
    if (claim.kind === 'claimed' && isLocked && isUsed) return () => confirm(call, cartId, key, requestId);
    if (isLocked) await locks.release(cartId, key);
    return claim.kind === 'claimed' ? gatewayError(409, 'bad_ticket') : withoutSending(claim, requestId);
  }

  async function confirm(call: ApiCall, cartId: string, key: string, requestId: string): Promise<Response> {
    const { answer, status, body } = await send(call, key, requestId);
    const proved = provedBy(status, body);
    const noted = proved === 'nothing' ? locks.release(cartId, key) : locks.note(cartId, key, proved);
    // Where the store cannot be reached the lock stays, and a person lifts it after the hold.
    await noted.catch(() => undefined);
    return answer;
  }

  /** Why a cart may not be confirmed now; null when it may. Carries the fresh cart where its content is the reason. */
  async function whyNot(
    { cartId, fingerprint, count }: Reviewed,
    readFor: Requester,
  ): Promise<GatewayError | Response | null> {
    const doubt = await doubts.left(cartId);
    if (doubt > 0) return { ...gatewayError(409, 'write_in_doubt'), retryAfter: toSeconds(doubt) };
    const read = await readFreshCart(forward, cartId, readFor);
    if (!read.ok) return read.answer;
    const { value: cart, raw } = read;
    if (cart.lines.length === 0) return { ...gatewayError(409, 'no_lines'), cart: raw };
    if (!(await isDraftCart(forward, cart, readFor))) return { ...gatewayError(409, 'not_draft'), cart: raw };
    const isSame = cart.lines.length === count && (await cartFingerprint(cart)) === fingerprint;
    return isSame ? null : { ...gatewayError(409, 'changed'), cart: raw };
  }

  function withoutSending(found: Exclude<KeyState | KeyClaim, Unused>, requestId: string): Response {
    if (found.kind === 'done') return again(found.answer, requestId);
    if (found.kind === 'over_quota') return errorResponse(overQuota(found.leftMs), requestId);
    return errorResponse(REFUSALS[found.kind], requestId);
  }

  const methods: Pick<IdempotentWrites, 'write' | 'resolve' | 'giveTicket' | 'liftLock'> = {
    async write(call, headers, requestId) {
      const key = headers.get('Idempotency-Key') ?? '';
      if (isOldWrite(headers)) return oldPageResponse(headers, requestId);
      if (key === '') return errorResponse(gatewayError(409, 'old_page'), requestId);
      const known = await keys.check(key);
      if (known.kind !== 'unused') return withoutSending(known, requestId);
      const write: Write = {
        key,
        base: headers.get('X-OT-Base') ?? '',
        ticket: headers.get('X-OT-Ticket') ?? '',
        requestId,
      };
      if (needsBase(call.operation) && write.base === '') {
        return errorResponse(gatewayError(428, 'base_required'), requestId);
      }
      const { cartId } = call.ids;
      if (cartId === undefined) {
        const claim = await keys.claim(key, call.owner);
        if (claim.kind !== 'claimed') return withoutSending(claim, requestId);
        return (await send(call, key, requestId)).answer;
      }
      if (call.operation !== 'confirmCart') {
        return inCartLine(cartId, (turn) => writeInTurn(call, cartId, write, turn));
      }
      const next = await inCartLine(cartId, (turn) => lockInTurn(call, cartId, write, turn));
      if (typeof next === 'function') return next();
      return next instanceof Response ? next : errorResponse(next, requestId);
    },

    async resolve(key, { owner, requestId }) {
      const resolution = await keys.resolve(key, owner);
      if (resolution.kind === 'malformed') return errorResponse(REFUSALS.malformed, requestId);
      if (resolution.kind === 'over_quota') return errorResponse(overQuota(resolution.leftMs), requestId);
      const headers = apiHeaders(requestId);
      headers.set('Content-Type', 'application/json; charset=utf-8');
      return wholeResponse(stringifyLossless(inWords(resolution)), { headers });
    },

    async giveTicket(reviewed, requester) {
      const { owner, requestId } = requester;
      const [newEpoch, lock] = await Promise.all([state.get(NEW_EPOCH_KEY), locks.read(reviewed.cartId)]);
      if (newEpoch) {
        const error = { ...gatewayError(503, 'just_started'), retryAfter: toSeconds(newEpoch.leftMs) };
        return errorResponse(error, requestId);
      }
      if (lock) return errorResponse(locked(lock), requestId);
      // In its turn: a write under way is over then, and its change is in the reading.
      const refusal = await inCartLine(reviewed.cartId, () => whyNot(reviewed, requester));
      if (refusal) return refusal instanceof Response ? refusal : errorResponse(refusal, requestId);
      const ticket = await tickets.issue(reviewed, owner);
      if (typeof ticket === 'number') return errorResponse(overQuota(ticket), requestId);
      const holdSeconds = toSeconds(times.holdMs);
      return Response.json({ ticket, holdSeconds }, { headers: apiHeaders(requestId) });
    },

    async liftLock(cartId, requester) {
      const { requestId } = requester;
      const lock = await locks.read(cartId);
      const left = (lock?.until ?? 0) - state.now();
      if (left > 0 || lock?.state === 'sending') {
        const error = { ...gatewayError(409, 'held'), retryAfter: Math.max(1, toSeconds(left)) };
        return errorResponse(error, requestId);
      }
      const read = await readFreshCart(forward, cartId, requester);
      if (!read.ok) return read.answer;
      const isLifted = (await isDraftCart(forward, read.value, requester)) && (await locks.lift(cartId));
      if (isLifted) return new Response(null, { status: 204, headers: apiHeaders(requestId) });
      return errorResponse({ ...gatewayError(409, 'not_draft'), cart: read.raw }, requestId);
    },
  };

  return {
    write: (call, headers, requestId) => answered(methods.write(call, headers, requestId), requestId),
    resolve: (key, requester) => answered(methods.resolve(key, requester), requester.requestId),
    giveTicket: (reviewed, requester) =>
      answered(methods.giveTicket(reviewed, requester), requester.requestId),
    liftLock: (cartId, requester) => answered(methods.liftLock(cartId, requester), requester.requestId),

    async lockOf(cartId) {
      const lock = await locks.read(cartId).catch(() => null);
      return lock?.state === 'placed' ? null : lock;
    },
  };
}

interface Write {
  readonly key: string;
  readonly base: string;
  readonly ticket: string;
  readonly requestId: string;
}

interface Sent {
  readonly answer: Response;
  readonly status: number;
  readonly body: unknown;
}

interface Unused {
  readonly kind: 'unused' | 'claimed';
}
