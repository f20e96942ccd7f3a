import { lineIds, readCart, type Cart } from '~/contract/cart';
import { ApiError, isApiError, provedNotDone } from './api-error';
import { fetchDetail } from './carts';
import type { WhileChecking } from './checking';
import { readWith, type ApiAnswer } from './fetch-client';
import { beforeSending, ifReadable, readUntilShown } from './prove-write';
import { write } from './write';

/** What deleting a line left: whether it went, and how many others went with it, which none should. */
export interface DeletedLine {
  readonly isGone: boolean;
  readonly othersGone: number;
}

/**
 * Deletes a line and checks that exactly that line left its cart, for the document is not clear about which id it takes. A
 * line that was gone already counts as deleted. Throws an ApiError when it is not deleted, or when that cannot be told.
 */
export async function deleteLine(
  cartId: string,
  lineId: string,
  whileChecking: WhileChecking,
): Promise<DeletedLine> {
  const before = lineIds(await beforeSending(fetchDetail(cartId)));
  if (!before.includes(lineId)) return { isGone: true, othersGone: 0 };
  const outcome = await write('deleteLine', { ids: { cartId, lineId } });
  if (outcome.kind === 'done') {
    const left = cartIn(outcome.answer) ?? (await ifReadable(fetchDetail(cartId)));
    if (!left) throw new ApiError({ kind: 'unreadable', acted: 'unknown' });
    return compare(before, lineIds(left), lineId);
  }
  const { error } = outcome;
  // Not found is also what a doubled request looks like.
  if (outcome.kind === 'not-sent' || (outcome.kind === 'refused' && error.status !== 404)) throw error;
  const left = await whileChecking(() =>
    readUntilShown(
      () => fetchDetail(cartId),
      (cart) => !lineIds(cart).includes(lineId),
    ),
  );
  if (!left) throw error;
  const deleted = compare(before, lineIds(left), lineId);
  if (!deleted.isGone) throw provedNotDone(error);
  return deleted;
}

function compare(before: readonly string[], left: readonly string[], lineId: string): DeletedLine {
  const gone = before.filter((id) => !left.includes(id));
  const isGone = gone.includes(lineId);
  return { isGone, othersGone: gone.length - (isGone ? 1 : 0) };
}

/** The cart with its remaining lines, if that is what was answered. */
function cartIn(answer: ApiAnswer): Cart | null {
  try {
    return readWith(answer, readCart);
  } catch (error) {
    if (isApiError(error)) return null;
    throw error;
  }
}
