import { readCartHeader, writeCartValues, type CartHeader, type CartValues } from '~/contract/cart';
import { readableRows } from '~/contract/list-envelope';
import { isToolReference } from '~/domain/tool-reference';
import { fetchCartPage } from './carts';
import { fetchCartsOf } from './carts-by-reference';
import type { WhileChecking } from './checking';
import { readWith } from './fetch-client';
import { expectLateCart, knowCreatedCart } from './late-carts';
import { digestOf, type PendingCart } from './pending-creations';
import { beforeSending, lookForCreated } from './prove-write';
import { trackCreation } from './sent-creation';
import { write } from './write';

/** The newest carts are looked through this far back, in milliseconds, for the API's clock is not ours. */
const CLOCKS_APART = 120_000;

/**
 * Creates a cart. Where the answer leaves open whether it was, it is looked for by its reference and adopted: one intent
 * never leaves a second cart behind. Under a reference of the desk's own, a cart of an earlier try is found before anything
 * is sent. Throws an ApiError when none was created, or when that cannot be told.
 */
export async function createCart(values: CartValues, whileChecking: WhileChecking): Promise<CartHeader> {
  const { external_id: reference } = values;
  const isOurs = isToolReference(reference);
  const known = await beforeSending(fetchCartsOf(reference));
  const digest = await digestOf(reference);
  const [earlier] = known;
  if (earlier && isOurs) {
    knowCreatedCart(digest, earlier.id);
    return earlier;
  }

  const before = known.map(({ id }) => id);
  const creation = trackCreation<CartHeader>((attemptId) => ({
    kind: 'cart',
    attemptId,
    since: Date.now(),
    before,
    reference: digest,
    ownReference: isOurs ? reference : '',
  }));
  const sentAt = Date.now();
  const outcome = await write('createCart', {
    body: writeCartValues(values),
    onAttempt: creation.onAttempt,
  });
  const created = await creation.end(
    outcome,
    (answer) => readWith(answer, readCartHeader),
    async (isUnderWay) => {
      const look = async () => (await fetchCartsOf(reference)).filter(({ id }) => !before.includes(id));
      const found = await whileChecking(() => lookForCreated(sentAt, look, isUnderWay));
      if (found?.length === 0) expectLateCart(digest, before);
      return found;
    },
  );
  knowCreatedCart(digest, created.id);
  return created;
}

/** The carts that a creation of an earlier page may have made. A person's reference is known by its digest alone. */
export async function findCreatedCarts(pending: PendingCart): Promise<CartHeader[]> {
  const { ownReference, reference, before, since } = pending;
  if (ownReference !== '') return fetchCartsOf(ownReference);
  const filters = { creation_date_gt: new Date(since - CLOCKS_APART).toISOString() };
  const { rows } = await fetchCartPage({ filters, page: 1, pageSize: 500 });
  const carts = readableRows(rows).filter(({ id }) => !before.includes(id));
  const isSame = await Promise.all(
    carts.map(async (cart) => (await digestOf(cart.external_id)) === reference),
  );
  return carts.filter((_, index) => isSame[index]);
}
