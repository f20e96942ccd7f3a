import { useState, type FormEvent } from 'react';
import type { ListAddress } from '~/domain/list-address';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Menu } from '~/ui/Menu';
import { useTableSettings, type SettingsStore } from '~/ui/table-settings';
import { isSameAddress, isSameSettings, LONGEST_VIEW_NAME, viewAddress, type SavedView } from './saved-views';
import { useViews, type ViewsStore } from './views-store';
import styles from './ViewsMenu.module.css';

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

/** The views of a list: open, save, change, delete, and the one to start with. */
export function ViewsMenu({ views: store, table, builtIn, address, onOpen }: ViewsMenuProps) {
  const { views: words } = useAllMessages();
  const { views, start, openId, trouble } = useViews(store);
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

  const openOwn = (view: SavedView) => {
    store.open(view.id);
    table.set(view.settings);
    onOpen(view.address);
  };
  const openReadyMade = (to: ListAddress) => {
    store.open(null);
    onOpen(to);
  };

  return (
    <Menu label={words.button(title)}>
      {(close) => (
        <>
          {trouble && <p role="status">{trouble === 'repaired' ? words.repaired : words.setAside}</p>}
          <h2>{words.builtIn}</h2>
          <ul>
            {[{ id: 'all', name: words.none, address: {} }, ...builtIn].map((view) => (
              <ViewRow
                key={view.id}
                name={view.name}
                isStart={isStart(start, view.address)}
                onOpen={() => {
                  openReadyMade(view.address);
                  close();
                }}
                onStart={() => store.startWith(view.id === 'all' ? null : view.address)}
              />
            ))}
          </ul>
          {views.length > 0 && <h2>{words.own}</h2>}
          <ul>
            {views.map((view) => (
              <ViewRow
                key={view.id}
                name={view.name}
                isStart={isStart(start, view.address)}
                onOpen={() => {
                  openOwn(view);
                  close();
                }}
                onStart={() => store.startWith(view.address)}
                onRemove={() => store.remove(view.id)}
              />
            ))}
          </ul>
          {own && isChanged && (
            <Button onClick={() => store.update(own.id, { address: viewAddress(address), settings })}>
              {words.update(own.name)}
            </Button>
          )}
          <NewView
            onSave={(name) => {
              store.saveAsNew({ name, address: viewAddress(address), settings });
              close();
            }}
          />
        </>
      )}
    </Menu>
  );
}

function isStart(start: ListAddress | null, address: ListAddress): boolean {
  return isSameAddress(start ?? {}, address);
}

interface ViewRowProps {
  readonly name: string;
  readonly isStart: boolean;
  readonly onOpen: () => void;
  readonly onStart: () => void;
  readonly onRemove?: () => void;
}

function ViewRow({ name, isStart, onOpen, onStart, onRemove }: ViewRowProps) {
  const { views: words } = useAllMessages();
  return (
    <li className={styles['row']}>
      <button type="button" className={styles['open']} onClick={onOpen}>
        {name}
      </button>
      {isStart ? (
        <small>{words.isStart}</small>
      ) : (
        <button
          type="button"
          className={styles['act']}
          aria-label={words.start(name)}
          title={words.start(name)}
          onClick={onStart}
        >
          ☆
        </button>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles['act']}
          aria-label={words.remove(name)}
          title={words.remove(name)}
          onClick={onRemove}
        >
          ✕
        </button>
      )}
    </li>
  );
}

function NewView({ onSave }: { readonly onSave: (name: string) => void }) {
  const { views: words } = useAllMessages();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h2>{words.saveAsNew}</h2>
      <div className={styles['row']}>
        <input
          className={styles['name']}
          aria-label={words.name}
          placeholder={words.name}
          value={name}
          maxLength={LONGEST_VIEW_NAME}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{words.save}</Button>
      </div>
    </form>
  );
}
