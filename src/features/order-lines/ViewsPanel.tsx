import { useState } from 'react';
import type { ListAddress } from '~/domain/list-address';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import type { TableSettings } from '~/ui/table-settings';
import { NewViewForm } from './NewViewForm';
import { viewAddress, type SavedView } from './saved-views';
import { useViews, type ViewsStore } from './views-store';
import { ViewRow } from './ViewRow';
import type { BuiltInView } from './ViewsMenu';

interface ViewsPanelProps {
  readonly store: ViewsStore;
  readonly builtIn: readonly BuiltInView[];
  /** What is shown now. */
  readonly present: { readonly address: ListAddress; readonly settings: TableSettings };
  /** The open view, if what is shown has moved on from it. */
  readonly changed: SavedView | null;
  readonly onOpen: (view: SavedView | BuiltInView) => void;
  readonly onClose: () => void;
}

/** The views of a list: open, save, change, delete, and the one to start with. */
export function ViewsPanel({ store, builtIn, present, changed, onOpen, onClose }: ViewsPanelProps) {
  const { views: words } = useAllMessages();
  const { views, start, trouble } = useViews(store);
  const [removed, setRemoved] = useState<{ readonly view: SavedView; readonly undo: () => void } | null>(
    null,
  );
  /** Whose row takes the focus, when the button that had it is gone. */
  const [focused, setFocused] = useState('');
  const now = { address: viewAddress(present.address), settings: present.settings };
  const plain = { id: 'all', name: words.none, address: {} };

  const startWith = (id: string) => {
    store.startWith(id === plain.id ? null : id);
    setFocused(id);
  };
  const remove = (view: SavedView) => {
    const undo = store.remove(view.id);
    if (undo) setRemoved({ view, undo });
  };

  return (
    <>
      {trouble && <p role="status">{trouble === 'repaired' ? words.repaired : words.setAside}</p>}
      <h2>{words.builtIn}</h2>
      <ul>
        {[plain, ...builtIn].map((view) => (
          <ViewRow
            key={view.id}
            name={view.name}
            isStart={(start ?? plain.id) === view.id}
            onOpen={() => onOpen(view)}
            hasFocus={view.id === focused}
            onStart={() => startWith(view.id)}
          />
        ))}
      </ul>
      {views.length > 0 && <h2>{words.own}</h2>}
      <ul>
        {views.map((view) => (
          <ViewRow
            key={view.id}
            name={view.name}
            isStart={start === view.id}
            hasFocus={view.id === focused}
            onOpen={() => onOpen(view)}
            onStart={() => startWith(view.id)}
            onRemove={() => remove(view)}
          />
        ))}
      </ul>
      {removed && (
        <p>
          <span role="status">{words.removed(removed.view.name)}</span>{' '}
          <Button
            key={removed.view.id}
            ref={takeFocus}
            onClick={() => {
              removed.undo();
              setFocused(removed.view.id);
              setRemoved(null);
            }}
          >
            {words.undo}
          </Button>
        </p>
      )}
      {changed && (
        <Button
          onClick={() => {
            store.update(changed.id, now);
            setFocused(changed.id);
          }}
        >
          {words.update(changed.name)}
        </Button>
      )}
      <NewViewForm
        taken={[plain, ...builtIn, ...views].map(({ name }) => name)}
        onSave={(name) => {
          store.saveAsNew({ name, ...now });
          onClose();
        }}
      />
    </>
  );
}

/** The row that held the focus is gone: the way to bring it back takes it. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
