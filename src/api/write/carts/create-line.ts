import { lineIds, readableLines } from '~/contract/cart';
import { readOrderLine, writeLineValues, type LineValues, type OrderLine } from '~/contract/order-line';
import { compareEcho } from '~/domain/lines/order-line-changes';
import { fetchDetail } from '~/api/read/carts';
import type { WhileVerifying } from '~/api/write/use-verification';
import { readWith } from '~/api/transport/fetch-client';
import { digestOf, type PendingLine } from '~/api/records/creations';
import { beforeSending, ifReadable } from '~/api/write/verify-write';
import type { SavedLine } from '~/api/write/save-line';
import { knownTime } from '~/api/session/server-time';
import { trackCreation } from './creation-tracker';
import { sessionForWrite, write } from '~/api/write/write';

/**
 * Creates a line and reads it back. Where the answer leaves it open, the line is looked for in its cart and adopted. Throws
 * an ApiError when no line was created, or when that is unknown.
 */
export async function createLine(
  cartId: string,
  values: Partial<LineValues>,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileVerifying: WhileVerifying,
): Promise<SavedLine> {
  const session = sessionForWrite();
  const cart = await beforeSending(fetchDetail(cartId));
  const match = {
    cartId,
    before: lineIds(cart),
    reference: await digestOf(values.external_id ?? ''),
    offer: values.product_offering_id ?? '',
    eligibilityItem: values.product_offering_qualification_item_id ?? '',
  };
  const describe = (idempotencyKey: string): PendingLine => ({
    kind: 'line',
    idempotencyKey,
    since: knownTime(),
    ...match,
  });
  const creation = trackCreation<OrderLine>(describe, whileVerifying);
  const outcome = await write('createLine', {
    ids: { cartId },
    body: writeLineValues(values),
    session,
    onKey: creation.onKey,
  });
  const answered = await creation.end(
    outcome,
    (answer) => readWith(answer, readOrderLine),
    () => findCreatedLines(match),
  );
  const line = (await ifReadable(readLine(answered.id))) ?? answered;
  return { kind: 'saved', line, at: new Date(), differences: compareEcho(values, line), merged: [] };
}

/**
 * The lines of its cart that a creation may have made: new, of the same offer, eligibility item and reference. The
 * reference stays the customer's: the desk adds none of its own.
 */
export async function findCreatedLines(
  pending: Pick<PendingLine, 'cartId' | 'before' | 'offer' | 'eligibilityItem' | 'reference'>,
): Promise<OrderLine[]> {
  const lines = readableLines(await fetchDetail(pending.cartId)).filter(
    (line) =>
      !pending.before.includes(line.id) &&
      line.product_offering_id === pending.offer &&
      line.product_offering_qualification_item_id === pending.eligibilityItem,
  );
  const isSame = await Promise.all(
    lines.map(async (line) => (await digestOf(line.external_id)) === pending.reference),
  );
  return lines.filter((_, index) => isSame[index]);
}
