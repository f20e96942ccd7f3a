import { shownText } from '~/i18n/shown-text';
import type { CartHeader } from '~/contract/cart';
import type { Messages } from '~/i18n/messages';

/** What a cart is called: by its reference, else by its project. */
export function cartName(
  cart: Pick<CartHeader, 'external_id' | 'project_id'>,
  { cartPage }: Pick<Messages, 'cartPage'>,
): string {
  const reference = cart.external_id || cart.project_id;
  return reference === '' ? cartPage.untitled : cartPage.title(shownText(reference));
}
