import { lineIds, readableLines } from '~/contract/cart';
import {
  readOrderLine,
  UNKNOWN_SPELLING,
  writeLineValues,
  type LineValues,
  type OrderLine,
  otherSpelling,
} from '~/contract/order-line';
import { compareEcho } from '~/domain/order-line-changes';
import { fetchDetail } from './carts';
import type { WhileChecking } from './checking';
import { readWith } from './fetch-client';
import { digestOf, type PendingLine } from './pending-creations';
import { beforeSending, ifReadable, lookForCreated } from './prove-write';
import { sendRespelled, type SavedLine } from './save-line';
import { trackCreation } from './sent-creation';
import { write } from './write';

/**
 * Creates a line and reads it back. Where the answer leaves open whether it was created, it is looked for in its cart and
 * adopted. No server has shown its spelling before, so a value that did not stick under the tables' is sent once more
 * under the examples'. Throws an ApiError when no line was created or when that cannot be told.
 */
export async function createLine(
  cartId: string,
  values: Partial<LineValues>,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileChecking: WhileChecking,
): Promise<SavedLine> {
  const cart = await beforeSending(fetchDetail(cartId));
  const match = {
    cartId,
    before: lineIds(cart),
    reference: await digestOf(values.external_id ?? ''),
    offer: values.product_offering_id ?? '',
    eligibilityItem: values.product_offering_qualification_item_id ?? '',
  };
  const sentAt = Date.now();
  const creation = trackCreation<OrderLine>((attemptId) => ({
    kind: 'line',
    attemptId,
    since: sentAt,
    ...match,
  }));
  const outcome = await write('createLine', {
    ids: { cartId },
    body: writeLineValues(values),
    onAttempt: creation.onAttempt,
  });
  const answered = await creation.end(
    outcome,
    (answer) => readWith(answer, readOrderLine),
    (isUnderWay) => whileChecking(() => lookForCreated(sentAt, () => findCreatedLines(match), isUnderWay)),
  );
  const created = (await ifReadable(readLine(answered.id))) ?? answered;
  const line = await sendRespelled(cartId, values, created, otherSpelling(UNKNOWN_SPELLING), readLine);
  return { kind: 'saved', line, at: new Date(), differences: compareEcho(values, line), merged: [] };
}

/**
 * The lines of its cart that a creation may have made: new ones of the same offer, eligibility item and reference. The
 * desk gives lines no reference of its own: in one cart these tell enough, and the field is the customer's.
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
