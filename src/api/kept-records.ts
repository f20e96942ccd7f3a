/*
 * Records of what is under way, kept on this browser so that a reload, another page or another tab goes on with it. Where
 * storage is blocked they last as long as the page.
 */

export type Records<T> = Readonly<Record<string, T>>;

export interface KeptRecords<T> {
  /** The same object until something changes. */
  readonly all: () => Records<T>;
  readonly set: (id: string, record: T) => void;
  readonly remove: (id: string) => void;
  /** Called when a record changes, in this tab or another; gives the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Records under a key of the browser's storage; what is there and is no such record is passed over. */
export function keepRecords<T>(key: string, isRecord: (kept: unknown) => kept is T): KeptRecords<T> {
  const listeners = new Set<() => void>();
  let current: Records<T> = {};

  const read = (): Records<T> => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
      if (typeof kept !== 'object' || kept === null) return {};
      return Object.fromEntries(
        Object.entries(kept).filter((entry): entry is [string, T] => isRecord(entry[1])),
      );
    } catch {
      return current;
    }
  };
  const show = (next: Records<T>) => {
    current = next;
    for (const listener of listeners) listener();
  };
  const write = (next: Records<T>) => {
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
