import type { DBSchema, IDBPObjectStore, StoreNames } from 'idb';
import { openOnce } from './open-once';
import { TEXT_DATABASE } from './storage-keys';

/*
 * Text that was typed and is not saved yet, receipts of an older version, both encrypted, and the encryption key of the
 * browser's profile.
 */

interface TextSchema extends DBSchema {
  edits: { key: string[]; value: unknown };
  keys: { key: string; value: unknown };
  sent: { key: string[]; value: unknown };
}

/** Opens it. Rejects where storage is blocked or full. */
export const textDatabase = openOnce<TextSchema>(TEXT_DATABASE, 2, (created) => {
  const stores = created.objectStoreNames;
  if (!stores.contains('edits'))
    created.createObjectStore('edits', { keyPath: ['person', 'object', 'editor'] });
  if (!stores.contains('keys')) created.createObjectStore('keys');
  if (!stores.contains('sent')) created.createObjectStore('sent', { keyPath: ['person', 'cartId'] });
});

/** The store of a transaction that writes. */
type WritableStore<Name extends StoreNames<TextSchema>> = IDBPObjectStore<
  TextSchema,
  [Name],
  Name,
  'readwrite'
>;

/** Writes, and is done when it is on the disk. Rejects where storage is blocked or full. */
export async function writeTo<Name extends StoreNames<TextSchema>>(
  name: Name,
  write: (store: WritableStore<Name>) => readonly Promise<unknown>[],
): Promise<void> {
  const transaction = (await textDatabase()).transaction(name, 'readwrite', { durability: 'strict' });
  const written = write(transaction.store);
  // Else the transaction ends by an answer to the page, and a browser that is killed until then has written nothing.
  transaction.commit();
  // The transaction alone tells why it has ended: its requests say only that it has.
  await Promise.allSettled([...written, transaction.done]);
  await transaction.done;
}
