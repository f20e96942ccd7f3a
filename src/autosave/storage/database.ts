/*
 * The one database of this browser's profile: text that was typed and is not saved yet and what was sent to be ordered,
 * both encrypted, and the encryption key of the profile.
 */

import { serverTime } from '~/api/session/server-time';
import { TEXT_DATABASE } from '~/browser-storage/storage-keys';

const NAME = TEXT_DATABASE;
const KEY_PATHS = {
  edits: ['person', 'object', 'editor'],
  keys: null,
  sent: ['person', 'cartId'],
};
type StoreName = keyof typeof KEY_PATHS;

const DAYS = 24 * 60 * 60 * 1000;
const KEPT_FOR = 7 * DAYS;

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
    const request = indexedDB.open(NAME, 2);
    request.addEventListener('upgradeneeded', () => {
      for (const [name, keyPath] of Object.entries(KEY_PATHS)) {
        if (!request.result.objectStoreNames.contains(name))
          request.result.createObjectStore(name, { keyPath });
      }
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
export function writeTo(name: StoreName, write: (store: IDBObjectStore) => void): Promise<void> {
  return changeIn(name, (store) => {
    write(store);
    // Else the transaction ends by an answer to the page, and a browser that is killed until then has written nothing.
    store.transaction.commit();
  });
}

/** The same, where what is written depends on what is there: `change` may go on asking with each answer. */
export async function changeIn(name: StoreName, change: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database()).transaction(name, 'readwrite', { durability: 'strict' });
  change(transaction.objectStore(name));
  await ended(transaction);
}

/** Whether a record of a time may still be shown. Without the gateway's time it may. */
export async function isFresh(at: number): Promise<boolean> {
  const now = await serverTime().catch(() => null);
  return now === null || at >= now - KEPT_FOR;
}

/** Deletes records older than seven days by the gateway's clock, of every person. Rejects while its time is not known. */
export async function forgetOld(name: 'edits' | 'sent'): Promise<void> {
  const oldest = (await serverTime()) - KEPT_FOR;
  await changeIn(name, (store) => {
    const request = store.openCursor();
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (!cursor) return;
      const record: unknown = cursor.value;
      const at = typeof record === 'object' && record !== null && 'at' in record ? record.at : null;
      if (typeof at !== 'number' || at < oldest) cursor.delete();
      cursor.continue();
    });
  });
}

/** Deletes the records of one person. */
export function forgetPerson(name: 'edits' | 'sent', person: string): Promise<void> {
  return writeTo(name, (store) => store.delete(IDBKeyRange.bound([person], [person, []])));
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The transaction was aborted')),
    );
  });
}
