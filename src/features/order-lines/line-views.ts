import type { ListAddress } from '~/domain/list-address';
import type { Messages } from '~/i18n/I18nProvider';
import { lineTable, VIEWS_KEY } from './line-table';
import { createViewsStore } from './views-store';
import type { BuiltInView } from './ViewsMenu';

export const lineViews = createViewsStore(VIEWS_KEY, lineTable.defaults);

/** What the ready-made views ask for, by their ids. */
const ADDRESSES = {
  drafts: { state: 'created' },
  expiring: { state: 'created', expiration_date: 'next-14-days', sort: 'expiration_date' },
  inProgress: { state: 'in_progress' },
  held: { state: 'held_adv_validation' },
  rejected: { state: 'rejected_creation' },
} as const satisfies Record<string, ListAddress>;

/** Views that everybody wants. "My drafts" is not among them: the API does not say whose a draft is. */
export function builtInLineViews({ views }: Messages): readonly BuiltInView[] {
  return [
    { id: 'drafts', name: views.drafts, address: ADDRESSES.drafts },
    { id: 'expiring', name: views.expiring, address: ADDRESSES.expiring },
    { id: 'inProgress', name: views.inProgress, address: ADDRESSES.inProgress },
    { id: 'held', name: views.held, address: ADDRESSES.held },
    { id: 'rejected', name: views.rejected, address: ADDRESSES.rejected },
  ];
}

/** Opens the view that a person starts with, its table too; gives its address. */
export function openStartView(): ListAddress {
  const { start, views } = lineViews.get();
  const own = views.find(({ id }) => id === start);
  if (own) {
    lineViews.open(own.id);
    lineTable.set(own.settings);
    return own.address;
  }
  const readyMade = Object.entries(ADDRESSES).find(([id]) => id === start);
  return readyMade ? readyMade[1] : {};
}
