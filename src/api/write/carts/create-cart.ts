import type { QueryClient } from '@tanstack/react-query';
import { readCartHeader, writeCartValues, type CartHeader, type CartValues } from '~/contract/cart';
import { readableRows } from '~/contract/list-envelope';
import { PAGE_SIZE } from '~/contract/list-query';
import { isToolReference } from '~/domain/carts/tool-reference';
import { readAllCarts } from '~/api/read/all-rows';
import { fetchCartsOf } from '~/api/read/carts-by-reference';
import type { WhileVerifying } from '~/api/write/use-verification';
import { readWith } from '~/api/transport/fetch-client';
import { digestOf, type PendingCart } from '~/api/records/creations';
import { beforeSending } from '~/api/write/verify-write';
import { knownTime } from '~/api/session/server-time';
import { trackCreation } from './creation-tracker';
import { sessionForWrite, write } from '~/api/write/write';

/** How far around its sending a cart is searched, in milliseconds: the API's clock is not the gateway's. */
const CLOCKS_APART = 3_600_000;

/**
 * Creates a cart. Where the answer leaves it open, the cart is looked for by its reference and adopted. Under a reference
 * of the desk's own, the cart of an earlier try is found before anything is sent. Throws an ApiError when none was created,
 * or when that is unknown.
 */
export async function createCart(values: CartValues, whileVerifying: WhileVerifying): Promise<CartHeader> {
  const { external_id: reference } = values;
  const isOurs = isToolReference(reference);
  const session = sessionForWrite();
  const known = await beforeSending(fetchCartsOf(reference));
  const [earlier] = known;
  if (earlier && isOurs) return earlier;

  const before = known.map(({ id }) => id);
  const digest = await digestOf(reference);
  const describe = (idempotencyKey: string): PendingCart => ({
    kind: 'cart',
    idempotencyKey,
    since: knownTime(),
    before,
    reference: digest,
    ownReference: isOurs ? reference : '',
  });
  const creation = trackCreation<CartHeader>(describe, whileVerifying);
  const outcome = await write('createCart', {
    body: writeCartValues(values),
    session,
    onKey: creation.onKey,
  });
  return creation.end(
    outcome,
    (answer) => readWith(answer, readCartHeader),
    async () => (await fetchCartsOf(reference)).filter(({ id }) => !before.includes(id)),
  );
}

/** The carts that an earlier page's creation may have made. A person's reference is known by its digest alone. */
export async function findCreatedCarts(pending: PendingCart, client: QueryClient): Promise<CartHeader[]> {
  const { ownReference, reference, before, since } = pending;
  if (ownReference !== '') return fetchCartsOf(ownReference);
  const filters = {
    creation_date_gt: new Date(since - CLOCKS_APART).toISOString(),
    creation_date_lt: new Date(since + CLOCKS_APART).toISOString(),
  };
  const query = { filters, page: 1, pageSize: PAGE_SIZE };
  const { signal } = new AbortController();
  const { rows } = await readAllCarts(client, query, { signal, onProgress: () => undefined });
  const carts = readableRows(rows).filter(({ id }) => !before.includes(id));
  const isSame = await Promise.all(
    carts.map(async (cart) => (await digestOf(cart.external_id)) === reference),
  );
  return carts.filter((_, index) => isSame[index]);
}
