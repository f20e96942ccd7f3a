import { Suspense, useState } from 'react';
import type { ListSearchParams } from '~/domain/lists/list-search-params';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button } from '@mantine/core';
import { focusOn } from '~/ui/keyboard/focus-refs';
import type { TableSettings } from '~/ui/table/table-settings';
import { LazyNewViewForm } from './lazy';
import { viewSearchParams, type BuiltInView, type SavedView } from './saved-views';
import { useViews, type ViewsStore } from './views-store';
import { ViewRow } from './ViewRow';

interface ViewsPanelProps {
  readonly store: ViewsStore;
  readonly builtIn: readonly BuiltInView[];
  /** What is shown now. */
  readonly present: { readonly search: ListSearchParams; readonly settings: TableSettings };
  /** The open view, if what is shown has moved on from it. */
  readonly changed: SavedView | null;
  readonly onOpen: (view: SavedView | BuiltInView) => void;
  readonly onClose: () => void;
}

/** A view that was deleted, and the way to bring it back. */
interface Removed {
  readonly view: SavedView;
  readonly undo: () => void;
}

/** The views of a list: open, save, change, delete, and the one to start with. */
export function ViewsPanel({ store, builtIn, present, changed, onOpen, onClose }: ViewsPanelProps) {
  const { views: labels } = useAllMessages();
  const { views, start, problem } = useViews(store);
  const [removed, setRemoved] = useState<Removed | null>(null);
  /** The view whose row takes the focus after its button is gone. */
  const [focused, setFocused] = useState('');
  const now = { search: viewSearchParams(present.search), settings: present.settings };
  const plain = { id: 'all', name: labels.none, search: {} };

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
      {problem && <p role="status">{problem === 'set-aside' ? labels.setAside : labels[problem]}</p>}
      <h2>{labels.builtIn}</h2>
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
      {views.length > 0 && <h2>{labels.own}</h2>}
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
        <RemovedView
          view={removed.view}
          onUndo={() => {
            removed.undo();
            setFocused(removed.view.id);
            setRemoved(null);
          }}
        />
      )}
      {changed && (
        <Button
          onClick={() => {
            store.update(changed.id, now);
            setFocused(changed.id);
          }}
        >
          {labels.update(shownText(changed.name))}
        </Button>
      )}
      <Suspense>
        <LazyNewViewForm
          taken={[plain, ...builtIn, ...views].map(({ name }) => name)}
          onSave={(name) => {
            store.saveAsNew({ name, ...now });
            onClose();
          }}
        />
      </Suspense>
    </>
  );
}

/** The row that held the focus is gone: the way to bring it back takes it. */
function RemovedView({ view, onUndo }: { readonly view: SavedView; readonly onUndo: () => void }) {
  const { views: labels } = useAllMessages();
  return (
    <p>
      <span role="status">{labels.removed(shownText(view.name))}</span>{' '}
      <Button key={view.id} ref={focusOn} onClick={onUndo}>
        {labels.undo}
      </Button>
    </p>
  );
}
