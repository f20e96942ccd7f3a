import type { ListSearchParams } from '~/domain/lists/list-search-params';
import type { Messages } from '~/i18n/messages';
import { lineTable, VIEWS_KEY } from '~/features/order-lines/list/table/line-table';
import { PersonalText } from '~/autosave/storage/personal-text';
import { createViewsStore } from '~/features/lists/views/views-store';
import type { BuiltInView } from '~/features/lists/views/saved-views';

export const lineViews = createViewsStore(
  new PersonalText(VIEWS_KEY),
  new PersonalText(`${VIEWS_KEY}.aside`),
  lineTable.defaults,
);

/** What the ready-made views ask for, by their ids. */
const SEARCHES = {
  drafts: { state: 'created' },
  expiring: { state: 'created', expiration_date: 'next-14-days', sort: 'expiration_date' },
  inProgress: { state: 'in_progress' },
  held: { state: 'held_adv_validation' },
  rejected: { state: 'rejected_creation' },
} as const satisfies Record<string, ListSearchParams>;

/** The built-in views. There is no "My drafts": the API gives no owner of a draft. */
export function builtInLineViews({ views }: Messages): readonly BuiltInView[] {
  return [
    { id: 'drafts', name: views.drafts, search: SEARCHES.drafts },
    { id: 'expiring', name: views.expiring, search: SEARCHES.expiring },
    { id: 'inProgress', name: views.inProgress, search: SEARCHES.inProgress },
    { id: 'held', name: views.held, search: SEARCHES.held },
    { id: 'rejected', name: views.rejected, search: SEARCHES.rejected },
  ];
}

/** Opens the start view with its table; gives its search params, none while signed out. */
export async function openStartView(): Promise<ListSearchParams> {
  await lineViews.ready().catch(() => undefined);
  const { start, views } = lineViews.get();
  const own = views.find(({ id }) => id === start);
  if (own) {
    lineViews.open(own.id);
    lineTable.set(own.settings);
    return own.search;
  }
  const readyMade = Object.entries(SEARCHES).find(([id]) => id === start);
  return readyMade ? readyMade[1] : {};
}
