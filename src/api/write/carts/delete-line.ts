import { lineIds, readCart, type Cart } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { ApiError } from '~/api/transport/api-error';
import { fetchDetail } from '~/api/read/carts';
import type { WhileVerifying } from '~/api/write/use-verification';
import { ifRead } from '~/api/transport/fetch-client';
import { ifReadable, readAfterRefusal, readUntilShown } from '~/api/write/verify-write';
import { sessionForWrite, write } from '~/api/write/write';

/** The outcome of a deletion: whether the line is gone, and how many others went with it, which none should. */
export interface DeletedLine {
  readonly isGone: boolean;
  readonly othersGone: number;
}

/**
 * Deletes a line whose detail was shown as `shown`, and checks that exactly that line left its cart. "Delete an order
 * line" is not clear about its id, so the cart is compared with `known`, the newest reading of it; null for none. A line
 * that is gone counts as deleted. Throws an ApiError when it is not deleted, or when the outcome is unknown. Its kind is
 * `changed` when the line differs from `shown`.
 */
export async function deleteLine(
  shown: OrderLine,
  known: Cart | null,
  whileVerifying: WhileVerifying,
): Promise<DeletedLine> {
  const { id: lineId, product_order_id: cartId } = shown;
  const session = sessionForWrite();
  const others = known ? lineIds(known).filter((id) => id !== lineId) : [];
  const deletedBy = (left: Cart): DeletedLine => {
    const ids = new Set(lineIds(left));
    return { isGone: !ids.has(lineId), othersGone: others.filter((id) => !ids.has(id)).length };
  };
  const base = await lineFingerprint(shown);
  const sentAt = performance.now();
  const outcome = await write('deleteLine', { ids: { cartId, lineId }, base, session });
  if (outcome.kind === 'done') {
    const left = ifRead(outcome.answer, readCart) ?? (await ifReadable(fetchDetail(cartId)));
    if (!left) throw new ApiError({ kind: 'unreadable', effect: 'unknown' });
    return deletedBy(left);
  }
  const { error } = outcome;
  // Not found is also the answer to a doubled request.
  if (outcome.kind === 'not-sent' || (outcome.kind === 'refused' && error.status !== 404)) throw error;
  const readIt = () => fetchDetail(cartId);
  const isGoneFrom = (cart: Cart) => deletedBy(cart).isGone;
  const left = await whileVerifying(() =>
    outcome.kind === 'unknown'
      ? readUntilShown(sentAt, readIt, isGoneFrom)
      : readAfterRefusal(readIt, isGoneFrom),
  );
  if (!left) throw error;
  const deleted = deletedBy(left);
  if (!deleted.isGone) throw error.with({ effect: 'none' });
  return deleted;
}
