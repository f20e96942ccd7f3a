import { readCart, writeCartValues, type Cart, type CartValues } from '~/contract/cart';
import { cartFingerprint, cartReferencesFingerprint } from '~/domain/carts/cart-fingerprint';
import { isSameText } from '~/domain/fields/same-text';
import { isApiError, type ApiError } from '~/api/transport/api-error';
import { fetchDetail } from '~/api/read/carts';
import type { WhileVerifying } from '~/api/write/use-verification';
import { readWith } from '~/api/transport/fetch-client';
import { ifReadable, readUntilShown } from '~/api/write/verify-write';
import { answerOf, sessionForWrite, write } from '~/api/write/write';

const REFERENCES = ['external_id', 'project_id'] as const;
/** How often a change is sent again after a change of another part of the cart. */
const MAX_RETRIES = 3;

/**
 * Changes references of a cart that was shown as `base`, and gives the cart after that. A colleague's change of the
 * other reference stays. Throws an ApiError when nothing was changed or the outcome is unknown. Its kind is `changed`
 * after a colleague's change of the same reference.
 */
export async function updateCart(
  base: Cart,
  values: Partial<CartValues>,
  whileVerifying: WhileVerifying,
): Promise<Cart> {
  let known = base;
  for (let retries = 0; ; retries += 1) {
    try {
      return await sendReferences(known, values, whileVerifying);
    } catch (error) {
      const fresh = isApiError(error) ? changedCart(error) : null;
      const isConflict = REFERENCES.some(
        (name) => values[name] !== undefined && !isSameText(fresh?.[name] ?? '', base[name]),
      );
      if (!fresh || isConflict || retries === MAX_RETRIES) throw error;
      known = fresh;
    }
  }
}

async function sendReferences(
  known: Cart,
  values: Partial<CartValues>,
  whileVerifying: WhileVerifying,
): Promise<Cart> {
  const cartId = known.id;
  const sentAt = performance.now();
  try {
    const outcome = await write('updateCart', {
      ids: { cartId },
      body: writeCartValues(values),
      base: await cartReferencesFingerprint(known),
    });
    const answered = readWith(answerOf(outcome), readCart);
    return (await ifReadable(fetchDetail(cartId))) ?? answered;
  } catch (error) {
    if (!isApiError(error) || error.effect === 'none') throw error;
    const sent = REFERENCES.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [(cart: Cart) => isSameText(cart[name], value)];
    });
    const isShown = (cart: Cart) => sent.every((isIn) => isIn(cart));
    const cart = await whileVerifying(() => readUntilShown(sentAt, () => fetchDetail(cartId), isShown));
    if (!cart) throw error;
    if (sent.some((isIn) => isIn(cart))) return cart;
    throw error.with({ effect: 'none' });
  }
}

/** The cart as it is now, where the gateway refused a write for that; null otherwise. */
function changedCart({ status, envelope }: ApiError): Cart | null {
  if (status !== 412) return null;
  try {
    return readCart(envelope?.['cart']);
  } catch {
    return null;
  }
}

/**
 * Deletes a cart that was shown as `shown`; a cart that is gone counts as deleted. Throws an ApiError when it is still
 * there or the outcome is unknown. Its kind is `changed` when the cart differs from `shown`.
 */
export async function deleteCart(shown: Cart, whileVerifying: WhileVerifying): Promise<void> {
  const cartId = shown.id;
  const session = sessionForWrite();
  const base = await cartFingerprint(shown);
  const sentAt = performance.now();
  const outcome = await write('deleteCart', { ids: { cartId }, base, session });
  if (outcome.kind === 'done') return;
  const { error } = outcome;
  if (outcome.kind === 'refused' && error.kind === 'not-found') return;
  if (outcome.kind !== 'unknown') throw error;
  const isFound = await whileVerifying(() =>
    readUntilShown(
      sentAt,
      () => isThere(cartId),
      (there) => !there,
    ),
  );
  if (isFound === null) throw error;
  if (isFound) throw error.with({ effect: 'none' });
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
