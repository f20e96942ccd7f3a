import { lineIds, readableLines, readCartHeader, writeCartValues, type Cart } from '~/contract/cart';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { isToolReference } from '~/domain/carts/tool-reference';
import { ApiError, isApiError } from '~/api/transport/api-error';
import { readWith, type ApiAnswer } from '~/api/transport/fetch-client';
import { fetchDetail } from '~/api/read/carts';
import { fetchCartsOf } from '~/api/read/carts-by-reference';
import { knownTime } from '~/api/session/server-time';
import { cartLock } from '~/api/records/cart-locks';
import { readUntilShown } from '~/api/write/verify-write';
import { resolveKey, write, type WriteOutcome } from '~/api/write/write';
import { BatchPaused, monotonicTime, pauseReasonOf, readInRun, type BatchRun } from './batch-run';

/** An answer that was lost. */
export const UNANSWERED = new ApiError({ kind: 'unreachable', effect: 'unknown' });

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

/** Creates the cart that the batch is for, once. After an interruption it is looked for first. */
export async function ensureCart(run: BatchRun): Promise<void> {
  if (run.batch.cart.state === 'sending') await findCart(run);
  while (run.batch.cart.state === 'waiting') await createCartOnce(run);
}

async function createCartOnce(run: BatchRun): Promise<void> {
  const { values } = run.batch.cart;
  const known = await readInRun(run, (signal) => fetchCartsOf(values.external_id, signal));
  const [earlier] = known;
  if (earlier && isToolReference(values.external_id)) return adoptCart(run, earlier.id);
  const before = known.map(({ id }) => id);
  await run.pace();
  const outcome = await write('createCart', {
    body: writeCartValues(values),
    onKey: (attempt) =>
      run.save({
        ...run.batch,
        cart: { values, state: 'sending', attempt, at: knownTime(), before },
      }),
  });
  const id = outcome.kind === 'done' ? cartIdIn(outcome.answer) : null;
  if (id !== null) return adoptCart(run, id);
  if (outcome.kind === 'refused' || outcome.kind === 'not-sent') {
    await run.save({ ...run.batch, cart: { values, state: 'waiting' } });
    if (await run.waitForLimit(outcome.error)) return undefined;
    const isRefused = outcome.kind === 'refused' && outcome.error.kind !== 'unauthorized';
    throw new BatchPaused(isRefused ? 'refused' : pauseReasonOf(outcome.error), { cause: outcome.error });
  }
  return lookForCart(run, 'unknown');
}

/** Finds what became of a creation that an earlier run left. */
async function findCart(run: BatchRun): Promise<void> {
  const { cart } = run.batch;
  if (cart.state !== 'sending') return undefined;
  const outcome = await resolveKey(cart.attempt, UNANSWERED);
  const id = outcome.kind === 'done' ? cartIdIn(outcome.answer) : null;
  return id === null ? lookForCart(run, outcome.kind) : adoptCart(run, id);
}

async function lookForCart(run: BatchRun, outcome: WriteOutcome['kind']): Promise<void> {
  const { cart } = run.batch;
  if (cart.state !== 'sending') return undefined;
  const { values, at, before } = cart;
  const look = async () =>
    (await fetchCartsOf(values.external_id, run.signal)).filter(({ id }) => !before.includes(id));
  run.report({ checkingSince: at });
  const isOver = outcome === 'refused' || outcome === 'not-sent';
  const found = isOver
    ? await readInRun(run, look)
    : await readUntilShown(monotonicTime(at), look, (carts) => carts.length > 0, run.signal);
  run.report({ checkingSince: null });
  run.check();
  if (found === null) throw new BatchPaused('network');
  const [first, second] = found;
  if (second) throw new BatchPaused('several-carts');
  return first ? adoptCart(run, first.id) : run.save({ ...run.batch, cart: { values, state: 'waiting' } });
}

function adoptCart(run: BatchRun, cartId: string): Promise<void> {
  const { values } = run.batch.cart;
  return run.save({ ...run.batch, cartId, cart: { values, state: 'there' } });
}

function cartIdIn(answer: ApiAnswer): string | null {
  try {
    return readWith(answer, readCartHeader).id;
  } catch (error) {
    if (isApiError(error)) return null;
    throw error;
  }
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
