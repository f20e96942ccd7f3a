import { useSyncExternalStore } from 'react';
import { keepRecords, type Records } from '~/api/kept-records';
import { isWireObject } from '~/contract/scalars';
import type { LeafKey } from '~/domain/line-leaves';

/*
 * What the operator refused on the lines that a new one was copied from: kept on this browser by the new line's id, as
 * codes by field. The refused values are not kept: they may be somebody's data.
 */

export type KeptRejections = Readonly<Record<LeafKey, string>>;

const NONE: KeptRejections = {};
const records = keepRecords('orderdesk.rejections', isCodes);

/** Pins codes to the fields of a line. */
export function keepRejections(lineId: string, rejections: KeptRejections): void {
  if (Object.keys(rejections).length > 0) records.set(lineId, rejections);
}

/** To be told when fields were changed: what was refused there is another value now. */
export function forgetRejections(lineId: string, changed: readonly LeafKey[]): void {
  const pinned = records.all()[lineId];
  if (!pinned) return;
  const left = Object.fromEntries(Object.entries(pinned).filter(([key]) => !changed.includes(key)));
  if (Object.keys(left).length === 0) records.remove(lineId);
  else records.set(lineId, left);
}

/** The codes that are pinned to the fields of every line that has some. */
export function useEveryKeptRejection(): Records<KeptRejections> {
  return useSyncExternalStore(records.subscribe, records.all);
}

/** The codes that are pinned to the fields of a line. */
export function useKeptRejections(lineId: string | undefined): KeptRejections {
  return useEveryKeptRejection()[lineId ?? ''] ?? NONE;
}

function isCodes(kept: unknown): kept is KeptRejections {
  return isWireObject(kept) && Object.values(kept).every((code) => typeof code === 'string');
}
