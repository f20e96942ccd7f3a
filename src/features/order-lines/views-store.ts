import { useSyncExternalStore } from 'react';
import { randomId } from '~/api/random-id';
import { keep, readKept } from '~/i18n/kept';
import type { TableDefaults } from '~/ui/table-settings';
import { readViews, type KeptViews, type SavedView } from './saved-views';

interface ViewsState extends KeptViews {
  /** The view that is open; what is shown may have moved on from it. */
  readonly openId: string | null;
}

/** The views of one list, kept on this browser. What could not be read is kept beside, under `key` with ".aside". */
export function createViewsStore(key: string, defaults: TableDefaults) {
  const listeners = new Set<() => void>();
  let seen = readKept(key);
  let state: ViewsState = { ...readViews(seen, defaults), openId: null };
  if (state.trouble === 'set-aside' && seen !== null) keep(`${key}.aside`, seen);
  const show = (next: ViewsState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const change = (toChanges: (present: ViewsState) => Partial<ViewsState>): void => {
    const kept = readKept(key);
    // Another tab may have changed the views meanwhile; neither takes the other's away.
    const present = kept === seen ? state : { ...state, ...readViews(kept, defaults) };
    const next = { ...present, ...toChanges(present), trouble: null };
    keep(key, JSON.stringify({ views: next.views, start: next.start }));
    seen = readKept(key);
    show(next);
  };
  return {
    get: (): ViewsState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (openId: string | null): void => show({ ...state, openId }),
    saveAsNew: (view: Omit<SavedView, 'id'>): void => {
      const id = randomId();
      change(({ views }) => ({ views: [...views, { ...view, id }], openId: id }));
    },
    update: (id: string, changes: Pick<SavedView, 'address' | 'settings'>): void =>
      change(({ views }) => ({
        views: views.map((view) => (view.id === id ? { ...view, ...changes } : view)),
      })),
    /** Deletes a view; gives what brings it back as it was, or null where there is none. */
    remove: (id: string): (() => void) | null => {
      const { views, openId, start } = state;
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
