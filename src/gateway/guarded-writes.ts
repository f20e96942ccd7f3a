import { readableLines, readCart } from '~/contract/cart';
import { isWireObject } from '~/contract/scalars';
import { cartFingerprint } from '~/domain/cart-fingerprint';
import { isDraft } from '~/domain/order-line-lifecycle';
import type { ApiCall } from './api-request';
import { Attempts, type KeptAnswer, type Settlement } from './attempts';
import { ConfirmLatches, type LatchTimes } from './confirm-latches';
import { readFreshCart } from './fresh-cart';
import { provesNothingDone, type Forward } from './proxy';
import { refusalResponse, refusedHere, type Refusal } from './refusal';
import { apiHeaders } from './security-headers';

/** What a page wants to confirm: the cart and its content as a person has reviewed it. */
interface Reviewed {
  readonly cartId: string;
  readonly fingerprint: string;
  /** How many lines. */
  readonly count: number;
}

/** The credentials of a write: its attempt id, and for a confirmation the ticket. */
interface WriteHeaders {
  get(name: string): string | null;
}

/** Everything that can change something, behind the rules that make one click one request. */
export interface GuardedWrites {
  readonly bootId: string;
  /** Sends a write on, at most once per attempt id; a copy is given the answer of the first. */
  write(call: ApiCall, headers: WriteHeaders, requestId: string): Promise<Response>;
  /** Says what became of an attempt; one that never came is burnt. */
  settle(attemptId: string, requestId: string): Response;
  /** Reads a cart and gives a ticket for confirming it, if it is what was reviewed and may be confirmed. */
  giveTicket(reviewed: Reviewed, requestId: string): Promise<Response>;
  /** Frees a cart whose confirmation could not be proved, after the hold, if it still is a draft. */
  liftLatch(cartId: string, requestId: string): Promise<Response>;
}

/** `now` is this process's clock, in milliseconds; `hold` and `pause` are in ConfirmLatches. */
export function createGuardedWrites(forward: Forward, now: () => number, times: LatchTimes): GuardedWrites {
  const attempts = new Attempts(now);
  const latches = new ConfirmLatches(now, times);

  const latched = (cartId: string): Refusal => ({
    ...refusedHere(409, 'latched'),
    retryAfter: toSeconds(latches.holdLeft(cartId)),
  });

  async function send(call: ApiCall, headers: WriteHeaders, requestId: string): Promise<Response> {
    const { cartId } = call.ids;
    if (cartId === undefined) return forward(call, requestId);
    if (call.operation === 'confirmCart') return confirm(call, cartId, headers, requestId);
    // What is on its way was reviewed without this change.
    if (latches.isSending(cartId)) return refusalResponse(latched(cartId), requestId);
    return latches.whileWriting(cartId, async () => {
      if (call.operation === 'deleteCart') {
        const read = await readFreshCart(forward, cartId, requestId);
        if (!read.ok) return read.answer;
        if (!read.fresh.isDraft) return refusalResponse(notADraft(read.fresh.raw), requestId);
      }
      return forward(call, requestId);
    });
  }

  async function confirm(call: ApiCall, cartId: string, headers: WriteHeaders, requestId: string) {
    if (latches.isLatched(cartId)) return refusalResponse(latched(cartId), requestId);
    if (!latches.use(headers.get('X-OT-Ticket') ?? '', cartId)) {
      return refusalResponse(refusedHere(409, 'bad_ticket'), requestId);
    }
    const answer = await forward(call, requestId);
    latches.conclude(cartId, await provedBy(answer.clone()));
    return answer;
  }

  return {
    bootId: attempts.bootId,

    async write(call, headers, requestId) {
      const attemptId = headers.get('X-OT-Attempt') ?? '';
      const spending = attempts.spend(attemptId);
      if (spending.kind === 'done') return again(spending.answer, requestId);
      if (spending.kind !== 'spent') return refusalResponse(REFUSALS[spending.kind], requestId);
      const answer = await send(call, headers, requestId).catch(() =>
        refusalResponse({ status: 500, code: 'internal', acted: 'unknown' }, requestId),
      );
      attempts.finish(attemptId, await keep(answer.clone()));
      return answer;
    },

    settle(attemptId, requestId) {
      const settlement = attempts.settle(attemptId);
      if (settlement.kind === 'malformed' || settlement.kind === 'full') {
        return refusalResponse(REFUSALS[settlement.kind], requestId);
      }
      return Response.json(inWords(settlement), { headers: apiHeaders(requestId) });
    },

    async giveTicket({ cartId, fingerprint, count }, requestId) {
      // Before the reading: what a process before this one has sent may come after one that is made in the pause.
      const { pauseLeft } = latches;
      if (pauseLeft > 0) {
        return refusalResponse(
          { ...refusedHere(503, 'just_started'), retryAfter: toSeconds(pauseLeft) },
          requestId,
        );
      }
      if (latches.isLatched(cartId)) return refusalResponse(latched(cartId), requestId);
      const ticket = latches.issue(cartId);
      const read = await readFreshCart(forward, cartId, requestId);
      if (!read.ok) return read.answer;
      const { cart, raw, isDraft: isDraftCart } = read.fresh;
      if (cart.lines.length === 0)
        return refusalResponse({ ...refusedHere(409, 'no_lines'), cart: raw }, requestId);
      if (!isDraftCart) return refusalResponse(notADraft(raw), requestId);
      if (cart.lines.length !== count || (await cartFingerprint(cart)) !== fingerprint) {
        return refusalResponse({ ...refusedHere(409, 'changed'), cart: raw }, requestId);
      }
      // Another tab may have been quicker while the cart was read.
      if (latches.isLatched(cartId)) return refusalResponse(latched(cartId), requestId);
      return Response.json(
        { ticket, holdSeconds: toSeconds(times.hold) },
        { headers: apiHeaders(requestId) },
      );
    },

    async liftLatch(cartId, requestId) {
      const left = latches.holdLeft(cartId);
      if (left > 0)
        return refusalResponse({ ...refusedHere(409, 'held'), retryAfter: toSeconds(left) }, requestId);
      const read = await readFreshCart(forward, cartId, requestId);
      if (!read.ok) return read.answer;
      if (!read.fresh.isDraft || !latches.lift(cartId))
        return refusalResponse(notADraft(read.fresh.raw), requestId);
      return new Response(null, { status: 204, headers: apiHeaders(requestId) });
    },
  };

  function again(answer: KeptAnswer | 'too-old', requestId: string): Response {
    if (answer === 'too-old') return refusalResponse(FORGOTTEN, requestId);
    const headers = apiHeaders(requestId);
    if (answer.retryAfter !== null) headers.set('Retry-After', answer.retryAfter);
    return new Response(answer.body.byteLength === 0 ? null : answer.body, {
      status: answer.status,
      headers,
    });
  }
}

const FORGOTTEN: Refusal = { status: 409, code: 'answer_forgotten', acted: 'unknown' };

/** Why an attempt id lets nothing go. */
const REFUSALS = {
  malformed: refusedHere(400, 'bad_attempt'),
  // A browser may have sent it first to a process that is gone: what that one did nobody here knows.
  stale: { status: 409, code: 'stale_attempt', acted: 'unknown' },
  burnt: refusedHere(409, 'stale_attempt'),
  full: { ...refusedHere(503, 'attempts_full'), retryAfter: 60 },
  'in-flight': { status: 409, code: 'in_flight', acted: 'unknown' },
} as const satisfies Record<string, Refusal>;

function notADraft(cart: unknown): Refusal {
  return { ...refusedHere(409, 'not_draft'), cart };
}

async function keep(answer: Response): Promise<KeptAnswer> {
  const body = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, body, retryAfter: answer.headers.get('Retry-After') };
}

/** What the answer to a confirmation proves. A success proves it only where a line is seen to have moved on. */
async function provedBy(answer: Response): Promise<'placed' | 'not-placed' | 'open'> {
  const body: unknown = await answer.json().catch(() => null);
  if (provesNothingDone(answer.status, body)) return 'not-placed';
  if (!answer.ok) return 'open';
  try {
    return readableLines(readCart(body)).some((line) => !isDraft(line)) ? 'placed' : 'open';
  } catch {
    return 'open';
  }
}

function inWords(settlement: Exclude<Settlement, { kind: 'malformed' } | { kind: 'full' }>): object {
  if (settlement.kind === 'never') return { state: 'never' };
  if (settlement.kind === 'in-flight') return { state: 'in_flight' };
  if (settlement.kind === 'other-boot') return { state: 'other_boot' };
  const { answer } = settlement;
  if (answer === 'too-old') {
    const { status, code, acted } = FORGOTTEN;
    return { state: 'done', status, body: { code, acted } };
  }
  return { state: 'done', status: answer.status, body: asJson(answer.body) };
}

function asJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return null;
  const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return isWireObject(body) || Array.isArray(body) ? body : null;
}

function toSeconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}
