import { readCartHeader, writeCartValues } from '~/contract/cart';
import { isToolReference } from '~/domain/carts/tool-reference';
import { ifRead, type ApiAnswer } from '~/api/transport/fetch-client';
import { fetchCartsOf } from '~/api/read/carts-by-reference';
import { knownTime } from '~/api/session/server-time';
import { resolveKey, write, type WriteOutcome } from '~/api/write/write';
import { BatchPaused, pauseReasonOf, readInRun, type BatchRun } from './batch-run';
import { proveByReading, UNANSWERED } from './batch-writes';

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
  const isOver = outcome === 'refused' || outcome === 'not-sent';
  const found = await proveByReading(run, { at, isOver }, look, (carts) => carts.length > 0);
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
  return ifRead(answer, readCartHeader)?.id ?? null;
}
