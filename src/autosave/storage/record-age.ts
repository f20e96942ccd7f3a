import { serverTime } from '~/api/session/server-time';
import { textDatabase, writeTo } from '~/browser-storage/text-database';

const DAYS = 24 * 60 * 60 * 1000;
const KEPT_FOR = 7 * DAYS;

/** Whether a record of a time may still be shown. Without the gateway's time it may. */
export async function isFresh(at: number): Promise<boolean> {
  const now = await serverTime().catch(() => null);
  return now === null || at >= now - KEPT_FOR;
}

/** Deletes records older than seven days by the gateway's clock, of every person. Rejects while its time is not known. */
export async function forgetOldEdits(): Promise<void> {
  const oldest = (await serverTime()) - KEPT_FOR;
  const transaction = (await textDatabase()).transaction('edits', 'readwrite', { durability: 'strict' });
  const deleteOld = async () => {
    for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
      const { value } = cursor;
      const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : null;
      if (typeof at !== 'number' || at < oldest) await cursor.delete();
    }
  };
  await Promise.all([deleteOld(), transaction.done]);
}

/** Deletes the records of one person. */
export function forgetPerson(name: 'edits' | 'sent', person: string): Promise<void> {
  return writeTo(name, (store) => [store.delete(IDBKeyRange.bound([person], [person, []]))]);
}
