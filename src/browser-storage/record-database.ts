import { openOnce } from './open-once';
import type { RecordStoreName } from './storage-keys';
import { RECORD_DATABASE, RECORD_STORES } from './storage-keys';

/*
 * The records of sent requests, in a database of their own. A tab of an older version still uses the one for unsaved
 * text. Every function rejects where storage is blocked or full.
 */

const database = openOnce<unknown>(RECORD_DATABASE, 1, (created) => {
  for (const name of RECORD_STORES) created.createObjectStore(name);
});

/** Every record of a store, by its id. */
export async function readRecords(name: RecordStoreName): Promise<readonly (readonly [string, unknown])[]> {
  const transaction = (await database()).transaction(name);
  const [ids, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return records.map((record: unknown, index) => {
    const id = ids[index];
    return [typeof id === 'string' ? id : '', record];
  });
}

/** Writes a record, or deletes it where it is null. Resolves when the change is on the disk. */
export async function writeRecord(name: RecordStoreName, id: string, record: unknown): Promise<void> {
  const transaction = (await database()).transaction(name, 'readwrite', { durability: 'strict' });
  const written = record === null ? transaction.store.delete(id) : transaction.store.put(record, id);
  // Without it the page has to run once more before the transaction ends, and a killed browser has written nothing.
  transaction.commit();
  await Promise.all([written, transaction.done]);
}

/** Deletes every record but those to keep. */
export async function clearRecords(isToKeep: (record: unknown) => boolean): Promise<void> {
  const transaction = (await database()).transaction(RECORD_STORES, 'readwrite', { durability: 'strict' });
  for (const name of RECORD_STORES) {
    for (let at = await transaction.objectStore(name).openCursor(); at; at = await at.continue())
      if (!isToKeep(at.value)) await at.delete();
  }
  await transaction.done;
}
