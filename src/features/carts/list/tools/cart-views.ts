import { PersonalText } from '~/autosave/storage/personal-text';
import { createViewsStore } from '~/features/lists/views/views-store';
import type { BuiltInView } from '~/features/lists/views/saved-views';
import type { Messages } from '~/i18n/messages';
import { cartTable } from '~/features/carts/list/table/cart-table';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

const VIEWS_KEY = STORAGE_KEYS.cartViews;

export const cartViews = createViewsStore(
  new PersonalText(VIEWS_KEY),
  new PersonalText(`${VIEWS_KEY}.aside`),
  cartTable.defaults,
);

export function builtInCartViews({ views, cartStates }: Messages): readonly BuiltInView[] {
  return [
    { id: 'drafts', name: views.drafts, search: { state: 'created' } },
    { id: 'in-progress', name: views.inProgress, search: { state: 'in_progress' } },
    { id: 'partial', name: cartStates.partial, search: { state: 'partial' } },
    { id: 'rejected', name: cartStates.rejected, search: { state: 'rejected' } },
  ];
}
