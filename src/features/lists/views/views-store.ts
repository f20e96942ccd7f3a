import { Observable } from '~/browser-storage/observable';
import { useSyncExternalStore } from 'react';
import { randomId } from '~/api/transport/random-id';
import type { TableDefaults } from '~/ui/table/table-settings';
import { readViews, type StoredViews, type SavedView } from './saved-views';

interface ViewsState extends Omit<StoredViews, 'problem'> {
  /** What is to be said of the stored views; `unstored`: storage refuses them. */
  readonly problem: StoredViews['problem'] | 'unstored';
  /** The view that is open; what is shown may have moved on from it. */
  readonly openId: string | null;
}

/** Where a list's views are stored, as one text. */
interface ViewsStorage {
  readonly isReady: boolean;
  /** Whether the last text that was written is stored. */
  readonly isStored: boolean;
  readonly ready: () => Promise<void>;
  readonly read: () => string | null;
  readonly write: (text: string) => void;
  /** Calls after another tab has changed the text, it was loaded, or storage refuses it. */
  readonly subscribe: (listener: () => void) => void;
}

/** The views of one list. Unreadable text moves to `aside`. */
export function createViewsStore(
  storage: ViewsStorage,
  aside: Pick<ViewsStorage, 'ready' | 'write'>,
  defaults: TableDefaults,
) {
  let seen = storage.read();
  const state = new Observable<ViewsState>({ ...readViews(seen, defaults), openId: null });
  const keepAside = () => {
    const text = seen;
    if (state.get().problem !== 'set-aside' || text === null) return;
    void aside.ready().then(
      () => aside.write(text),
      () => undefined,
    );
  };
  keepAside();
  storage.subscribe(() => {
    if (!storage.isStored) state.set({ ...state.get(), problem: 'unstored' });
    if (storage.read() === seen) return;
    seen = storage.read();
    state.set({ ...state.get(), ...readViews(seen, defaults) });
    keepAside();
  });
  const change = (toChanges: (present: ViewsState) => Partial<ViewsState>): void => {
    if (!storage.isReady) {
      const retry = () => change(toChanges);
      void storage.ready().then(retry, retry);
      return;
    }
    const stored = storage.read();
    // Another tab may have changed the views meanwhile; neither takes the other's away.
    const present = stored === seen ? state.get() : { ...state.get(), ...readViews(stored, defaults) };
    const next = { ...present, ...toChanges(present), problem: null };
    storage.write(JSON.stringify({ views: next.views, start: next.start }));
    seen = storage.read();
    state.set(next);
  };
  return {
    get: state.get,
    /** Loads the views. Rejects while signed out. */
    ready: (): Promise<void> => storage.ready(),
    subscribe: (listener: () => void): (() => void) => {
      for (const text of [storage, aside]) text.ready().catch(() => undefined);
      return state.subscribe(listener);
    },
    open: (openId: string | null): void => state.set({ ...state.get(), openId }),
    saveAsNew: (view: Omit<SavedView, 'id'>): void => {
      const id = randomId();
      change(({ views }) => ({ views: [...views, { ...view, id }], openId: id }));
    },
    update: (id: string, changes: Pick<SavedView, 'search' | 'settings'>): void =>
      change(({ views }) => ({
        views: views.map((view) => (view.id === id ? { ...view, ...changes } : view)),
      })),
    /** Deletes a view; gives what brings it back as it was, or null where there is none. */
    remove: (id: string): (() => void) | null => {
      const { views, openId, start } = state.get();
      const at = views.findIndex((view) => view.id === id);
      const view = views[at];
      if (!view) return null;
      change(({ views, openId, start }) => ({
        views: views.filter((other) => other.id !== id),
        openId: openId === id ? null : openId,
        start: start === id ? null : start,
      }));
      return () =>
        change((present) => ({
          views: present.views.toSpliced(at, 0, view),
          openId: openId === id ? id : present.openId,
          start: start === id ? id : present.start,
        }));
    },
    startWith: (start: string | null): void => change(() => ({ start })),
  };
}

export type ViewsStore = ReturnType<typeof createViewsStore>;

export function useViews(store: ViewsStore): ViewsState {
  return useSyncExternalStore(store.subscribe, store.get);
}
