import type { ListSearchParams } from '~/domain/lists/list-search-params';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Menu } from '~/ui/dialogs/Menu';
import { useTableSettings, type SettingsStore } from '~/ui/table/table-settings';
import { isSameSearchParams, isSameSettings, type BuiltInView } from './saved-views';
import { ViewsPanel } from './ViewsPanel';
import { useViews, type ViewsStore } from './views-store';

interface ViewsMenuProps {
  readonly views: ViewsStore;
  readonly table: SettingsStore;
  readonly builtIn: readonly BuiltInView[];
  readonly search: ListSearchParams;
  readonly onOpen: (search: ListSearchParams) => void;
}

/** The views of a list, behind a button that names the one that is open and marks what was changed since. */
export function ViewsMenu({ views: store, table, builtIn, search, onOpen }: ViewsMenuProps) {
  const { views: labels } = useAllMessages();
  const { views, openId } = useViews(store);
  const settings = useTableSettings(table);
  // After a reload the open view is the one with equal search params.
  const own =
    views.find(({ id }) => id === openId) ??
    (openId === null ? views.find((view) => isSameSearchParams(view.search, search)) : undefined);
  const readyMade = builtIn.find((view) => isSameSearchParams(view.search, search));
  const isChanged =
    own !== undefined && !(isSameSearchParams(own.search, search) && isSameSettings(own.settings, settings));
  const title = own
    ? `${shownText(own.name)}${isChanged ? ` (${labels.changed})` : ''}`
    : (readyMade?.name ?? (isSameSearchParams(search, {}) ? labels.none : labels.unnamed));

  return (
    <Menu label={labels.button(title)}>
      {(close) => (
        <ViewsPanel
          store={store}
          builtIn={builtIn}
          present={{ search, settings }}
          changed={isChanged ? own : null}
          onOpen={(view) => {
            store.open('settings' in view ? view.id : null);
            if ('settings' in view) table.set(view.settings);
            onOpen(view.search);
            close();
          }}
          onClose={close}
        />
      )}
    </Menu>
  );
}
