/*
 * Records of work under way, stored in this browser so that a reload, another page or another tab continues it. Where
 * storage is blocked they last as long as the page.
 */

export type PersistentRecords<T> = Readonly<Record<string, T>>;

export interface PersistentMap<T> {
  /** The same object until something changes. */
  readonly all: () => PersistentRecords<T>;
  readonly set: (id: string, record: T) => void;
  readonly remove: (id: string) => void;
  /** Called when a record changes, in this tab or another; gives the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Records under a key of the browser's storage; it skips every other value there. */
export function createPersistentMap<T>(
  key: string,
  isRecord: (stored: unknown) => stored is T,
): PersistentMap<T> {
  const listeners = new Set<() => void>();
  let current: PersistentRecords<T> = {};

  const read = (): PersistentRecords<T> => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
      if (typeof stored !== 'object' || stored === null) return {};
      return Object.fromEntries(
        Object.entries(stored).filter((entry): entry is [string, T] => isRecord(entry[1])),
      );
    } catch {
      return current;
    }
  };
  const show = (next: PersistentRecords<T>) => {
    current = next;
    for (const listener of listeners) listener();
  };
  const write = (next: PersistentRecords<T>) => {
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Then this page alone knows.
    }
    show(next);
  };
  // Another tab has written.
  const refresh = () => show(read());
  refresh();

  return {
    all: () => current,
    set: (id, record) => write({ ...read(), [id]: record }),
    remove: (id) => {
      if (!(id in current)) return;
      const { [id]: _, ...others } = read();
      write(others);
    },
    subscribe: (listener) => {
      if (listeners.size === 0) addEventListener('storage', refresh);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', refresh);
      };
    },
  };
}
