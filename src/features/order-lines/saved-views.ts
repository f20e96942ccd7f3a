import { useSyncExternalStore } from 'react';
import { withoutDefaults, type ListAddress } from '~/domain/list-address';
import { keep, readKept } from '~/i18n/kept';
import { toTableSettings, type TableDefaults, type TableSettings } from '~/ui/table-settings';

/** What a person can come back to: an address without its page, and how the table looked. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly address: ListAddress;
  readonly settings: TableSettings;
}

export interface ViewsState {
  readonly views: readonly SavedView[];
  /** The address to begin with; null for the plain list. */
  readonly start: ListAddress | null;
  /** The view that is open; what is shown may have moved on from it. */
  readonly openId: string | null;
  /** What reading the kept views ran into. */
  readonly trouble: 'repaired' | 'set-aside' | null;
}

/** An address as a view keeps it. */
export function viewAddress(address: Readonly<Record<string, unknown>>): ListAddress {
  const { page: _, ...rest } = withoutDefaults(address);
  return rest;
}

export function isSameAddress(a: ListAddress, b: ListAddress): boolean {
  const [left, right] = [viewAddress(a), viewAddress(b)];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => left[name] === right[name]);
}

export function isSameSettings(a: TableSettings, b: TableSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Reads kept views. A view that no longer fits (unknown columns, wrong types) is repaired; what cannot be read at all is
 * set aside, and the list works without it.
 */
export function readViews(text: string | null, defaults: TableDefaults): Omit<ViewsState, 'openId'> {
  const nothing = { views: [], start: null };
  if (text === null) return { ...nothing, trouble: null };
  const raw = parse(text);
  if (!isObject(raw)) return { ...nothing, trouble: 'set-aside' };
  const entries: unknown[] = Array.isArray(raw['views']) ? raw['views'] : [];
  const views = entries.flatMap((entry): SavedView[] => {
    if (!isObject(entry) || typeof entry['name'] !== 'string' || entry['name'].trim() === '') return [];
    return [
      {
        id: typeof entry['id'] === 'string' ? entry['id'] : crypto.randomUUID(),
        name: entry['name'],
        address: viewAddress(isObject(entry['address']) ? entry['address'] : {}),
        settings: toTableSettings(entry['settings'], defaults),
      },
    ];
  });
  const start = isObject(raw['start']) ? viewAddress(raw['start']) : null;
  const isWhole =
    JSON.stringify({ views, start }) === JSON.stringify({ views: raw['views'], start: raw['start'] ?? null });
  return { views, start, trouble: isWhole ? null : 'repaired' };
}

/** The views of one list, kept on this browser. What could not be read is kept beside, under `key` with ".aside". */
export function createViewsStore(key: string, defaults: TableDefaults) {
  const listeners = new Set<() => void>();
  const text = readKept(key);
  let state: ViewsState = { ...readViews(text, defaults), openId: null };
  if (state.trouble === 'set-aside' && text !== null) keep(`${key}.aside`, text);
  const change = (changes: Partial<ViewsState>): void => {
    state = { ...state, ...changes, trouble: null };
    keep(key, JSON.stringify({ views: state.views, start: state.start }));
    for (const listener of listeners) listener();
  };
  return {
    get: (): ViewsState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (openId: string | null): void => change({ openId }),
    saveAsNew: (view: Omit<SavedView, 'id'>): void => {
      const id = crypto.randomUUID();
      change({ views: [...state.views, { ...view, id }], openId: id });
    },
    update: (id: string, changes: Pick<SavedView, 'address' | 'settings'>): void =>
      change({ views: state.views.map((view) => (view.id === id ? { ...view, ...changes } : view)) }),
    remove: (id: string): void =>
      change({
        views: state.views.filter((view) => view.id !== id),
        ...(state.openId === id ? { openId: null } : {}),
      }),
    startWith: (start: ListAddress | null): void => change({ start }),
  };
}

export type ViewsStore = ReturnType<typeof createViewsStore>;

export function useViews(store: ViewsStore): ViewsState {
  return useSyncExternalStore(store.subscribe, store.get);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
