import { useSyncExternalStore } from 'react';
import { createPersistentMap, type PersistentRecords } from '~/browser-storage/persistent-map';
import { isWireObject } from '~/contract/scalars';
import type { FieldPath } from '~/domain/fields/field-paths';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

/*
 * The rejections of the lines that a new one was copied from: stored in this browser by the new line's id, as
 * codes by field. The rejected values are not stored: they may be personal data.
 */

export type StoredRejections = Readonly<Record<FieldPath, string>>;

const NONE: StoredRejections = {};
const records = createPersistentMap(STORAGE_KEYS.rejections, isCodes);

/** Pins codes to the fields of a line. */
export function storeRejections(lineId: string, rejections: StoredRejections): void {
  if (Object.keys(rejections).length > 0) records.set(lineId, rejections);
}

/** Removes the rejections of fields that have changed. */
export function forgetRejections(lineId: string, changed: readonly FieldPath[]): void {
  const pinned = records.all()[lineId];
  if (!pinned) return;
  const left = Object.fromEntries(Object.entries(pinned).filter(([key]) => !changed.includes(key)));
  if (Object.keys(left).length === 0) records.remove(lineId);
  else records.set(lineId, left);
}

/** The codes that are pinned to the fields of every line that has some. */
export function useAllStoredRejections(): PersistentRecords<StoredRejections> {
  return useSyncExternalStore(records.subscribe, records.all);
}

/** The codes that are pinned to the fields of a line. */
export function useStoredRejections(lineId: string | undefined): StoredRejections {
  return useAllStoredRejections()[lineId ?? ''] ?? NONE;
}

function isCodes(stored: unknown): stored is StoredRejections {
  return isWireObject(stored) && Object.values(stored).every((code) => typeof code === 'string');
}
