import type { ListAddress } from '~/domain/list-address';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Menu } from '~/ui/Menu';
import { useTableSettings, type SettingsStore } from '~/ui/table-settings';
import { isSameAddress, isSameSettings } from './saved-views';
import { ViewsPanel } from './ViewsPanel';
import { useViews, type ViewsStore } from './views-store';

/** A view that everybody has: it filters, and leaves the table as it is. */
export interface BuiltInView {
  readonly id: string;
  readonly name: string;
  readonly address: ListAddress;
}

interface ViewsMenuProps {
  readonly views: ViewsStore;
  readonly table: SettingsStore;
  readonly builtIn: readonly BuiltInView[];
  readonly address: ListAddress;
  readonly onOpen: (address: ListAddress) => void;
}

/** The views of a list, behind a button that names the one that is open and marks what was changed since. */
export function ViewsMenu({ views: store, table, builtIn, address, onOpen }: ViewsMenuProps) {
  const { views: words } = useAllMessages();
  const { views, openId } = useViews(store);
  const settings = useTableSettings(table);
  // After a reload nobody remembers which view was opened; one that asks for the same is it.
  const own =
    views.find(({ id }) => id === openId) ??
    (openId === null ? views.find((view) => isSameAddress(view.address, address)) : undefined);
  const readyMade = builtIn.find((view) => isSameAddress(view.address, address));
  const isChanged =
    own !== undefined && !(isSameAddress(own.address, address) && isSameSettings(own.settings, settings));
  const title = own
    ? `${own.name}${isChanged ? ` (${words.changed})` : ''}`
    : (readyMade?.name ?? (isSameAddress(address, {}) ? words.none : words.unnamed));

  return (
    <Menu label={words.button(title)}>
      {(close) => (
        <ViewsPanel
          store={store}
          builtIn={builtIn}
          present={{ address, settings }}
          changed={isChanged ? own : null}
          onOpen={(view) => {
            store.open('settings' in view ? view.id : null);
            if ('settings' in view) table.set(view.settings);
            onOpen(view.address);
            close();
          }}
          onClose={close}
        />
      )}
    </Menu>
  );
}
