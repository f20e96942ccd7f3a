import { isWireObject, type WireObject } from '~/contract/scalars';

/** The records that an older version keeps in localStorage under a key; none where storage is blocked. */
export function readOlder(key: string): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return isWireObject(stored) ? stored : {};
  } catch {
    return {};
  }
}

/** The encrypted bytes of a stored record, which an older version called sealed; null without any. */
export function encryptedBytes(record: WireObject): ArrayBuffer | null {
  const bytes = record['encrypted'] ?? record['sealed'];
  return bytes instanceof ArrayBuffer ? bytes : null;
}
