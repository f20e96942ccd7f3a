import { randomId } from '~/api/transport/random-id';
import { isSameText } from '~/domain/fields/same-text';
import { withoutDefaults, type ListSearchParams } from '~/domain/lists/list-search-params';
import { toTableSettings, type TableDefaults, type TableSettings } from '~/ui/table/table-settings';

/** The longest name that a view can have. */
export const LONGEST_VIEW_NAME = 60;

/** A built-in view: it filters and does not change the table. */
export interface BuiltInView {
  readonly id: string;
  readonly name: string;
  readonly search: ListSearchParams;
}

/** A saved view: search params without the page, and table settings. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: ListSearchParams;
  readonly settings: TableSettings;
}

/** The stored views of a list. */
export interface StoredViews {
  readonly views: readonly SavedView[];
  /** The id of the view to begin with, one's own or a ready-made one; null for the plain list. */
  readonly start: string | null;
  /** What reading ran into. */
  readonly problem: 'repaired' | 'set-aside' | null;
}

/** Search params as a view stores them. */
export function viewSearchParams(search: Readonly<Record<string, unknown>>): ListSearchParams {
  const { page: _, ...rest } = withoutDefaults(search);
  return rest;
}

export function isSameSearchParams(a: ListSearchParams, b: ListSearchParams): boolean {
  const [left, right] = [viewSearchParams(a), viewSearchParams(b)];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isSameText(left[name] ?? '', right[name] ?? ''));
}

export function isSameSettings(a: TableSettings, b: TableSettings): boolean {
  return isSameData(a, b);
}

/**
 * Reads stored views. A view that no longer fits (unknown columns, wrong types) is repaired; one that cannot be read at all
 * is set aside, and the list works without it.
 */
export function readViews(text: string | null, defaults: TableDefaults): StoredViews {
  const nothing = { views: [], start: null };
  if (text === null) return { ...nothing, problem: null };
  const raw = parse(text);
  if (!isObject(raw) || !Array.isArray(raw['views'])) return { ...nothing, problem: 'set-aside' };
  const entries = raw['views'].map(withSearch);
  const ids = new Set<string>();
  const views = entries.flatMap((entry) => {
    const view = readView(entry, defaults, ids);
    if (view) ids.add(view.id);
    return view ?? [];
  });
  const start = typeof raw['start'] === 'string' && raw['start'] !== '' ? raw['start'] : null;
  const isWhole = isSameData({ views, start }, { views: entries, start: raw['start'] ?? null });
  const isRepaired = views.length === entries.length;
  return { views, start, problem: isWhole ? null : isRepaired ? 'repaired' : 'set-aside' };
}

/** A view with its search params under their present name. The version before stored them as `address`. */
function withSearch(entry: unknown): unknown {
  if (!isObject(entry) || !('address' in entry)) return entry;
  const { address, ...rest } = entry;
  return { search: address, ...rest };
}

/** A view needs a name; whatever else is wrong with it is put right. `taken` are the ids of other views. */
function readView(entry: unknown, defaults: TableDefaults, taken: ReadonlySet<string>): SavedView | null {
  if (!isObject(entry) || typeof entry['name'] !== 'string' || entry['name'].trim() === '') return null;
  const { id, name, search, settings } = entry;
  return {
    id: typeof id === 'string' && id !== '' && !taken.has(id) ? id : randomId(),
    name: name.slice(0, LONGEST_VIEW_NAME),
    search: viewSearchParams(isObject(search) ? search : {}),
    settings: toTableSettings(settings, defaults),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Compares plain data, whatever the order of its keys. */
function isSameData(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(data: unknown): string {
  return JSON.stringify(data, (_, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
