import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readableLines, readCart, type Cart } from '~/contract/cart';
import { operationPath } from '~/contract/operations';
import { isWireObject, type WireObject } from '~/contract/scalars';
import { cartFingerprint } from '~/domain/carts/cart-fingerprint';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';

/*
 * A person that confirms a cart as the page does, over real sockets and without a browser. Each request goes to any of
 * the gateways, since nothing is sticky.
 */

interface Person {
  readonly origins: readonly string[];
  /** Distinguishes people in a gateway without sign-in. */
  readonly address: string;
  readonly cartId: string;
  readonly roll: (sides: number) => number;
}

/** The outcome at the end. Rejects when that takes longer than `withinMs`. */
export async function confirmAsPerson(person: Person, withinMs: number): Promise<'placed' | 'not placed'> {
  const { origins, address, cartId, roll } = person;
  const giveUpAt = performance.now() + withinMs;

  /** One request; null when no whole answer comes. */
  async function ask(method: string, path: string, body?: object, more: Record<string, string> = {}) {
    if (performance.now() > giveUpAt) throw new Error('The person waits for ever');
    const origin = origins[roll(origins.length)] ?? '';
    try {
      const answer = await fetch(origin + path, {
        method,
        headers: {
          'X-OT': '1',
          Origin: origin,
          'X-Forwarded-For': address,
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...more,
        },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await answer.text();
      const parsed: unknown = text === '' ? {} : JSON.parse(text);
      return { status: answer.status, body: isWireObject(parsed) ? parsed : {}, headers: answer.headers };
    } catch {
      await pause(10 + roll(40));
      return null;
    }
  }

  async function askUntilAnswered(...request: Parameters<typeof ask>) {
    for (;;) {
      const answer = await ask(...request);
      if (answer && answer.status !== 503) return answer;
      await pause(10 + roll(40));
    }
  }

  async function readTheCart(): Promise<{ cart: Cart; lock: WireObject | null }> {
    const { body, headers } = await askUntilAnswered('GET', operationPath('readCart', { cartId }));
    const lock: unknown = JSON.parse(headers.get('X-OT-Lock') ?? 'null');
    return { cart: readCart(body), lock: isWireObject(lock) ? lock : null };
  }
  const isPlaced = (cart: Cart): boolean => readableLines(cart).some((line) => !isDraft(line));
  const isPlacedCart = (body: WireObject): boolean => {
    try {
      return isPlaced(readCart(body));
    } catch {
      return false;
    }
  };

  /** Reads until the outcome of the cart is proved; lifts the lock after the hold. */
  async function follow(): Promise<'placed' | 'not placed'> {
    for (;;) {
      const { cart, lock } = await readTheCart();
      if (isPlaced(cart)) return 'placed';
      if (!lock) return 'not placed';
      if (lock['state'] === 'open') await ask('POST', '/gw/confirmation-locks/lift', { cart: cartId });
      await pause(20 + roll(80));
    }
  }

  /** The outcome of one click; null when it is proved that nothing was sent. */
  async function click(): Promise<'placed' | 'not placed' | null> {
    const { cart, lock } = await readTheCart();
    if (lock || isPlaced(cart)) return follow();
    const reviewed = { cart: cartId, fingerprint: await cartFingerprint(cart), count: cart.lines.length };
    const ticket = await askUntilAnswered('POST', '/gw/confirm-tickets', reviewed);
    if (ticket.status !== 200) return follow();
    const session = await askUntilAnswered('GET', '/auth/session');
    const { epoch, now } = session.body;
    const key = `${String(epoch)}.${String(now)}.${randomBytes(16).toString('base64url')}`;
    const sent = await ask('PATCH', operationPath('confirmCart', { cartId }), undefined, {
      'Idempotency-Key': key,
      'X-OT-Ticket': String(ticket.body['ticket']),
    });
    return outcomeOf(sent ?? (await resolve(key)));
  }

  async function resolve(key: string): Promise<{ status: number; body: WireObject } | null> {
    for (;;) {
      const { body } = await askUntilAnswered('POST', `/gw/idempotency-keys/${key}/resolve`);
      if (body['state'] === 'never') return null;
      if (body['state'] === 'done') {
        return { status: Number(body['status']), body: isWireObject(body['body']) ? body['body'] : {} };
      }
      if (body['state'] !== 'in_flight') return { status: 0, body: {} };
      await pause(20 + roll(80));
    }
  }

  async function outcomeOf(answer: { status: number; body: WireObject } | null) {
    if (!answer) return null;
    const { status, body } = answer;
    if (status === 200 && isPlacedCart(body)) return 'placed';
    if (body['acted'] === 'no' && body['code'] !== 'locked') return null;
    return follow();
  }

  for (;;) {
    const told = await click();
    if (told) return told;
    await pause(20 + roll(80));
  }
}

/** What a page that shows a cart asks a ticket for; `body` is the detail of the cart. */
export async function toReviewed(cartId: string, body: unknown): Promise<object> {
  const cart = readCart(body);
  return { cart: cartId, fingerprint: await cartFingerprint(cart), count: cart.lines.length };
}
