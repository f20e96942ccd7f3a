import type { DBSchema } from 'idb';
import { openOnce } from './open-once';

/*
 * The journals of batches: a head and its rows, each encrypted for one person. Every function rejects where storage is
 * blocked or full.
 */

export interface StoredHead {
  readonly person: string;
  readonly id: string;
  /** When the batch was started, in milliseconds. */
  readonly at: number;
  readonly encrypted: ArrayBuffer;
}

interface BatchSchema extends DBSchema {
  heads: { key: [string, string]; value: StoredHead };
  rows: { key: [string, string, number]; value: ArrayBuffer };
}

/** Apart, since a tab of an older version still uses the others. */
const BATCH_DATABASE = 'orderdesk-batches';

const database = openOnce<BatchSchema>(BATCH_DATABASE, 1, (created) => {
  created.createObjectStore('heads', { keyPath: ['person', 'id'] });
  created.createObjectStore('rows');
});

/** All heads of a person. */
export async function readHeads(person: string): Promise<readonly StoredHead[]> {
  return (await database()).getAll('heads', IDBKeyRange.bound([person], [person, []]));
}

/** The rows of a batch, in their order. */
export async function readRows(person: string, id: string): Promise<readonly ArrayBuffer[]> {
  return (await database()).getAll('rows', IDBKeyRange.bound([person, id], [person, id, []]));
}

export interface BatchChange {
  readonly head?: StoredHead;
  readonly rows: readonly (readonly [index: number, encrypted: ArrayBuffer])[];
}

/** Writes a head, rows, or both. Resolves when they are on the disk. */
export async function writeBatch(person: string, id: string, { head, rows }: BatchChange): Promise<void> {
  const transaction = (await database()).transaction(['heads', 'rows'], 'readwrite', {
    durability: 'strict',
  });
  const written = [
    ...(head ? [transaction.objectStore('heads').put(head)] : []),
    ...rows.map(([index, row]) => transaction.objectStore('rows').put(row, [person, id, index])),
  ];
  // Without it the page has to run once more before the transaction ends, and a killed browser has written nothing.
  transaction.commit();
  await Promise.all([...written, transaction.done]);
}

/** Deletes a person's batches that `isToDelete` names. */
export async function deleteBatches(
  person: string,
  isToDelete: (head: StoredHead) => boolean,
): Promise<void> {
  const heads = (await readHeads(person)).filter(isToDelete);
  const transaction = (await database()).transaction(['heads', 'rows'], 'readwrite', {
    durability: 'strict',
  });
  await Promise.all([
    ...heads.flatMap(({ id }) => [
      transaction.objectStore('heads').delete([person, id]),
      transaction.objectStore('rows').delete(IDBKeyRange.bound([person, id], [person, id, []])),
    ]),
    transaction.done,
  ]);
}
