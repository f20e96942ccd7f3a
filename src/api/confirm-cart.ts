import { readableLines, readCart, type Cart } from '~/contract/cart';
import { isWireObject } from '~/contract/scalars';
import { cartFingerprint } from '~/domain/cart-fingerprint';
import { stateChangeCount } from '~/domain/confirmation-proof';
import { isDraft } from '~/domain/order-line-lifecycle';
import { ApiError } from './api-error';
import { readWith } from './fetch-client';
import { postToGateway, refusedByGateway } from './gateway-calls';
import { ifFree, oneAtATime } from './one-at-a-time';
import { beginConfirmation, endConfirmation } from './pending-confirmations';
import { write } from './write';

/**
 * What is known after "Place the order" was clicked. `placed`: the answer shows it. `checking`: it may have been placed,
 * and the record of it is kept until a reading decides. `elsewhere`: nothing was sent by this click, for another
 * confirmation of the cart is open, which is checked here too. `changed`: nothing was sent, for the cart is not what was
 * reviewed, or is confirmed already; this is what it is now.
 */
export type ConfirmOutcome =
  | { readonly kind: 'placed'; readonly cart: Cart }
  | { readonly kind: 'checking' | 'elsewhere' }
  | { readonly kind: 'changed'; readonly cart: Cart };

/**
 * Confirms a cart as it was reviewed, at most once. While another tab does, nothing is sent: when that one is through, a
 * reading or its record tells. Throws an ApiError when it is proved that nothing was placed by this.
 */
export function confirmCart(reviewed: Cart): Promise<ConfirmOutcome> {
  const name = `cart:${reviewed.id}`;
  return ifFree(
    name,
    () => placeReviewed(reviewed),
    () => oneAtATime(name, async () => ({ kind: 'checking' })),
  );
}

async function placeReviewed(reviewed: Cart): Promise<ConfirmOutcome> {
  const cartId = reviewed.id;
  const changesBefore = stateChangeCount(reviewed);
  if (!navigator.onLine) throw new ApiError({ kind: 'offline', acted: 'no' });
  const asked = await askForTicket(reviewed);
  if (asked.kind === 'changed') return asked;
  if (asked.kind === 'latched') {
    beginConfirmation(cartId, asked.seconds, changesBefore);
    return { kind: 'elsewhere' };
  }
  beginConfirmation(cartId, asked.holdSeconds, changesBefore);
  const outcome = await write('confirmCart', { ids: { cartId }, ticket: asked.ticket });
  if (outcome.kind === 'unknown') return { kind: 'checking' };
  if (outcome.kind !== 'done') {
    endConfirmation(cartId);
    throw outcome.error;
  }
  const cart = ifCart(outcome.answer.body);
  if (!cart || readableLines(cart).every(isDraft)) return { kind: 'checking' };
  endConfirmation(cartId);
  return { kind: 'placed', cart };
}

type Asked =
  | { readonly kind: 'given'; readonly ticket: string; readonly holdSeconds: number }
  | { readonly kind: 'changed'; readonly cart: Cart }
  | { readonly kind: 'latched'; readonly seconds: number };

async function askForTicket(reviewed: Cart): Promise<Asked> {
  const fingerprint = await cartFingerprint(reviewed);
  const { status, body } = await postToGateway('/gw/confirm-tickets', {
    cart: reviewed.id,
    fingerprint,
    count: reviewed.lines.length,
  });
  const { ticket, holdSeconds, code, cart, retry_after: seconds } = isWireObject(body) ? body : {};
  if (status === 200 && typeof ticket === 'string') {
    return { kind: 'given', ticket, holdSeconds: Number(holdSeconds) };
  }
  // Somebody else's confirmation of it is open: this page then goes on checking, as theirs does.
  if (code === 'latched') return { kind: 'latched', seconds: Number(seconds) };
  if (code === 'not_draft' || code === 'changed' || code === 'no_lines') {
    const fresh = readWith({ body: cart, headers: new Headers() }, readCart);
    return { kind: 'changed', cart: fresh };
  }
  throw refusedByGateway(status, body);
}

function ifCart(body: unknown): Cart | null {
  try {
    return readCart(body);
  } catch {
    return null;
  }
}
