import { randomId } from '~/api/random-id';
import { withoutDefaults, type ListAddress } from '~/domain/list-address';
import { toTableSettings, type TableDefaults, type TableSettings } from '~/ui/table-settings';

/** The longest name that a view can have. */
export const LONGEST_VIEW_NAME = 60;

/** What a person can come back to: an address without its page, and how the table looked. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly address: ListAddress;
  readonly settings: TableSettings;
}

/** What this browser keeps of a list's views. */
export interface KeptViews {
  readonly views: readonly SavedView[];
  /** The id of the view to begin with, one's own or a ready-made one; null for the plain list. */
  readonly start: string | null;
  /** What reading ran into. */
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
  return isSameData(a, b);
}

/**
 * Reads kept views. A view that no longer fits (unknown columns, wrong types) is repaired; one that cannot be read at all
 * is set aside, and the list works without it.
 */
export function readViews(text: string | null, defaults: TableDefaults): KeptViews {
  const nothing = { views: [], start: null };
  if (text === null) return { ...nothing, trouble: null };
  const raw = parse(text);
  if (!isObject(raw) || !Array.isArray(raw['views'])) return { ...nothing, trouble: 'set-aside' };
  const entries: unknown[] = raw['views'];
  const ids = new Set<string>();
  const views = entries.flatMap((entry) => {
    const view = readView(entry, defaults, ids);
    if (view) ids.add(view.id);
    return view ?? [];
  });
  const start = typeof raw['start'] === 'string' && raw['start'] !== '' ? raw['start'] : null;
  const isWhole = isSameData({ views, start }, { views: entries, start: raw['start'] ?? null });
  const isRepaired = views.length === entries.length;
  return { views, start, trouble: isWhole ? null : isRepaired ? 'repaired' : 'set-aside' };
}

/** A view needs a name; whatever else is wrong with it is put right. `taken` are the ids of other views. */
function readView(entry: unknown, defaults: TableDefaults, taken: ReadonlySet<string>): SavedView | null {
  if (!isObject(entry) || typeof entry['name'] !== 'string' || entry['name'].trim() === '') return null;
  const { id, name, address, settings } = entry;
  return {
    id: typeof id === 'string' && id !== '' && !taken.has(id) ? id : randomId(),
    name: name.slice(0, LONGEST_VIEW_NAME),
    address: viewAddress(isObject(address) ? address : {}),
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
