/*
 * The one database of this browser's profile: text that was typed and is not saved yet, sealed, and the key of the
 * profile that seals it.
 */

const NAME = 'orderdesk';
export type StoreName = 'edits' | 'keys';

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('edits' satisfies StoreName, {
        keyPath: ['person', 'object', 'editor'],
      });
      request.result.createObjectStore('keys' satisfies StoreName);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('The database does not open')));
    request.addEventListener('success', () => {
      const forget = () => {
        opened = null;
      };
      request.result.addEventListener('close', forget);
      request.result.addEventListener('versionchange', () => {
        forget();
        request.result.close();
      });
      resolve(request.result);
    });
  });
}

/** Reads; gives what the request gives. Rejects where storage is blocked. */
export async function readFrom<T>(
  name: StoreName,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(name, 'readonly');
  const request = ask(transaction.objectStore(name));
  await ended(transaction);
  return request.result;
}

/** Writes, and is done when it is on the disk. Rejects where storage is blocked or full. */
export async function writeTo(name: StoreName, change: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database()).transaction(name, 'readwrite', { durability: 'strict' });
  change(transaction.objectStore(name));
  await ended(transaction);
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The transaction was aborted')),
    );
  });
}
