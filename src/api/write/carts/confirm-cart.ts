import { readableLines, readCart, type Cart } from '~/contract/cart';
import { isWireObject } from '~/contract/scalars';
import { cartFingerprint } from '~/domain/carts/cart-fingerprint';
import { stateChangeCount } from '~/domain/carts/confirmation-proof';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { ApiError } from '~/api/transport/api-error';
import { ifRead, readWith } from '~/api/transport/fetch-client';
import { postToGateway, refusedByGateway } from '~/api/transport/gateway-calls';
import { ifLockIsFree, withTabLock } from '~/api/write/tab-lock';
import { markOf } from '~/api/records/cart-locks';
import { advanceOrder, beginOrder, forgetOrder, type StoredReceipt } from '~/api/records/orders';
import { knownTime } from '~/api/session/server-time';
import { sessionForWrite, write } from '~/api/write/write';

/**
 * The outcome of a click on "Place the order". `placed`: the answer shows it. `checking`: the API may have placed it;
 * the record of the order says so until a reading decides. `elsewhere`: this click sent nothing, since another tab or
 * computer is confirming the cart. `changed`: this click sent nothing, since the cart differs from the reviewed one, or
 * is confirmed already.
 */
export type ConfirmOutcome =
  | { readonly kind: 'placed'; readonly cart: Cart }
  | { readonly kind: 'checking' | 'elsewhere' }
  | { readonly kind: 'changed'; readonly cart: Cart };

/** A cart as it was reviewed, and the receipt to store with its order. */
export interface ReviewedCart {
  readonly cart: Cart;
  readonly receipt: StoredReceipt | null;
}

/** The gateway's words for "another confirmation of this cart is open", and for a ticket that one has voided. */
const ELSEWHERE: readonly (string | null)[] = ['locked', 'bad_ticket'];

/**
 * Confirms a cart as it was reviewed, at most once. While another tab does, this one sends nothing and waits for it. Throws
 * an ApiError when it is proved that this click placed nothing.
 */
export function confirmCart(reviewed: ReviewedCart): Promise<ConfirmOutcome> {
  const name = `cart:${reviewed.cart.id}`;
  return ifLockIsFree(
    name,
    () => placeReviewed(reviewed),
    () => withTabLock(name, async () => ({ kind: 'elsewhere' })),
  );
}

async function placeReviewed({ cart: reviewed, receipt }: ReviewedCart): Promise<ConfirmOutcome> {
  const cartId = reviewed.id;
  if (!navigator.onLine) throw new ApiError({ kind: 'offline', effect: 'none' });
  const session = sessionForWrite();
  const ticketAnswer = await askForTicket(reviewed);
  if (ticketAnswer.kind !== 'given') return ticketAnswer;
  const { ticket, holdSeconds } = ticketAnswer;
  const onKey = async (idempotencyKey: string) => {
    const since = knownTime();
    await beginOrder({
      cartId,
      since,
      until: since + holdSeconds * 1000,
      changesBefore: stateChangeCount(reviewed),
      idempotencyKey,
      mark: await markOf(idempotencyKey),
      receipt,
    });
  };
  const outcome = await write('confirmCart', { ids: { cartId }, ticket, session, onKey });
  if (outcome.kind === 'done') return endOf(cartId, ifRead(outcome.answer, readCart));
  const { error, kind } = outcome;
  // A conflict is also the answer to a doubled request, so it proves nothing.
  if (kind === 'unknown' || (kind === 'refused' && error.status === 409)) {
    advanceOrder(cartId, 'checking');
    return { kind: 'checking' };
  }
  forgetOrder(cartId);
  if (ELSEWHERE.includes(error.code)) return { kind: 'elsewhere' };
  throw error;
}

/** Only an answer that shows a line moved on proves the order placed. */
function endOf(cartId: string, cart: Cart | null): ConfirmOutcome {
  if (!cart || readableLines(cart).every(isDraft)) {
    advanceOrder(cartId, 'checking');
    return { kind: 'checking' };
  }
  advanceOrder(cartId, 'under-way');
  return { kind: 'placed', cart };
}

type Asked =
  | { readonly kind: 'given'; readonly ticket: string; readonly holdSeconds: number }
  | { readonly kind: 'changed'; readonly cart: Cart }
  | { readonly kind: 'elsewhere' };

async function askForTicket(reviewed: Cart): Promise<Asked> {
  const fingerprint = await cartFingerprint(reviewed);
  const { status, body } = await postToGateway('/gw/confirm-tickets', {
    cart: reviewed.id,
    fingerprint,
    count: reviewed.lines.length,
  });
  const { ticket, holdSeconds, code, cart } = isWireObject(body) ? body : {};
  if (status === 200 && typeof ticket === 'string') {
    return { kind: 'given', ticket, holdSeconds: Number(holdSeconds) };
  }
  if (code === 'locked') return { kind: 'elsewhere' };
  if (code === 'not_draft' || code === 'changed' || code === 'no_lines') {
    const fresh = readWith({ body: cart, headers: new Headers() }, readCart);
    return { kind: 'changed', cart: fresh };
  }
  throw refusedByGateway(status, body);
}
