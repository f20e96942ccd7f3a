import { createViewsStore } from '~/features/order-lines/views-store';
import type { BuiltInView } from '~/features/order-lines/ViewsMenu';
import type { Messages } from '~/i18n/I18nProvider';
import { cartTable } from './cart-table';

export const cartViews = createViewsStore('orderdesk.carts.views', cartTable.defaults);

export function builtInCartViews({ views, cartStates }: Messages): readonly BuiltInView[] {
  return [
    { id: 'drafts', name: views.drafts, address: { state: 'created' } },
    { id: 'in-progress', name: views.inProgress, address: { state: 'in_progress' } },
    { id: 'partial', name: cartStates.partial, address: { state: 'partial' } },
    { id: 'rejected', name: cartStates.rejected, address: { state: 'rejected' } },
  ];
}
