import { lineIds, readableLines, type Cart } from '~/contract/cart';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { isApiError } from '~/api/transport/api-error';
import { fetchDetail } from '~/api/read/carts';
import { knownTime } from '~/api/session/server-time';
import { cartLock } from '~/api/records/cart-locks';
import { BatchPaused, readInRun, type BatchRun } from './batch-run';

/** Reads the batch's cart. Throws BatchPaused where no line may be written to it any more, or not now. */
export async function readBatchCart(run: BatchRun): Promise<Cart> {
  const { cartId } = run.batch;
  const cart = await readInRun(run, (signal) => fetchDetail(cartId, signal)).catch((error: unknown) => {
    throw isApiError(error) ? new BatchPaused('gone', { cause: error }) : error;
  });
  if (cartLock(cartId)) throw new BatchPaused('locked');
  const isDraftCart = cart.state === '' || cart.state === 'created';
  if (!isDraftCart || !readableLines(cart).every(isDraft)) throw new BatchPaused('confirmed');
  return cart;
}

/** The last reading: it proves the created lines, or names those that are missing. */
export async function proveBatch(run: BatchRun): Promise<void> {
  const ids = new Set(lineIds(await readInRun(run, (signal) => fetchDetail(run.batch.cartId, signal))));
  const created = run.batch.rows.flatMap(({ state }) => (state.kind === 'created' ? [state.lineId] : []));
  await run.save({
    ...run.batch,
    pause: null,
    provedAt: knownTime(),
    missingIds: created.filter((id) => !ids.has(id)),
  });
}
