import { openDB, type IDBPDatabase } from 'idb';

/**
 * Opens a database when it is first asked for. It closes for a newer version in another tab, and is opened again after
 * that, and after a failure. `create` makes the stores that an earlier version lacks.
 */
export function openOnce<Schema>(
  name: string,
  version: number,
  create: (database: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    opened ??= openDB<Schema>(name, version, {
      upgrade: create,
      blocking: (_current, _blocked, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}
