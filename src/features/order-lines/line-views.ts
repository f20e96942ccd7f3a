import { createViewsStore } from './views-store';
import type { BuiltInView } from './ViewsMenu';
import { lineTable, VIEWS_KEY } from './line-table';
import type { Messages } from '~/i18n/I18nProvider';

export const lineViews = createViewsStore(VIEWS_KEY, lineTable.defaults);

/** Views that everybody wants. "My drafts" is not among them: the API does not say whose a draft is. */
export function builtInLineViews({ views }: Messages): readonly BuiltInView[] {
  return [
    { id: 'drafts', name: views.drafts, address: { state: 'created' } },
    {
      id: 'expiring',
      name: views.expiring,
      address: { state: 'created', expiration_date: 'next-14-days', sort: 'expiration_date' },
    },
    { id: 'in-progress', name: views.inProgress, address: { state: 'in_progress' } },
    { id: 'held', name: views.held, address: { state: 'held_adv_validation' } },
    { id: 'rejected', name: views.rejected, address: { state: 'rejected_creation' } },
  ];
}
