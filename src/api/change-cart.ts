import { readCart, writeCartValues, type Cart, type CartValues } from '~/contract/cart';
import { isApiError, provedNotDone } from './api-error';
import { fetchDetail } from './carts';
import type { WhileChecking } from './checking';
import { readWith } from './fetch-client';
import { ifReadable, readUntilShown } from './prove-write';
import { answerOf, write } from './write';

/**
 * Changes a cart's references and gives it as it is then. Throws an ApiError when nothing was changed, or when that cannot
 * be told.
 */
export async function updateCart(
  cartId: string,
  values: Partial<CartValues>,
  whileChecking: WhileChecking,
): Promise<Cart> {
  try {
    const outcome = await write('updateCart', { ids: { cartId }, body: writeCartValues(values) });
    const answered = readWith(answerOf(outcome), readCart);
    return (await ifReadable(fetchDetail(cartId))) ?? answered;
  } catch (error) {
    if (!isApiError(error) || error.acted === 'no') throw error;
    const isSame = (cart: Cart, name: keyof CartValues) =>
      values[name] === undefined || cart[name] === values[name];
    const cart = await whileChecking(() =>
      readUntilShown(
        () => fetchDetail(cartId),
        (reading) => isSame(reading, 'external_id') && isSame(reading, 'project_id'),
      ),
    );
    if (!cart) throw error;
    const sent = (['external_id', 'project_id'] as const).filter((name) => values[name] !== undefined);
    if (sent.some((name) => isSame(cart, name))) return cart;
    throw provedNotDone(error);
  }
}

/** Deletes a cart; one that is gone counts as deleted. Throws an ApiError when it is still there, or nobody can tell. */
export async function deleteCart(cartId: string, whileChecking: WhileChecking): Promise<void> {
  const outcome = await write('deleteCart', { ids: { cartId } });
  if (outcome.kind === 'done' || outcome.error.kind === 'not-found') return;
  const { error } = outcome;
  if (outcome.kind !== 'unknown') throw error;
  const found = await whileChecking(() =>
    readUntilShown(
      () => isThere(cartId),
      (there) => !there,
    ),
  );
  if (found === null) throw error;
  if (found) throw provedNotDone(error);
}

async function isThere(cartId: string): Promise<boolean> {
  try {
    await fetchDetail(cartId);
    return true;
  } catch (error) {
    if (isApiError(error) && error.kind === 'not-found') return false;
    throw error;
  }
}
