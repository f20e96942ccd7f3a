import { useSyncExternalStore } from 'react';
import { autosaveRecords, type UnsavedPlace } from './autosave-records';
import { listenToAutosaveTabs } from '~/autosave/storage/autosave-tabs';

const listeners = new Set<() => void>();
let places: readonly UnsavedPlace[] = [];
let stop: () => void = () => undefined;

/** Where the person has text that is not saved, newest first; none until it is known. */
export const unsavedPlaces = { subscribe, current: () => places };

/** The same for a screen. */
export function useUnsavedPlaces(): readonly UnsavedPlace[] {
  return useSyncExternalStore(unsavedPlaces.subscribe, unsavedPlaces.current);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    stop = listenToAutosaveTabs(({ kind }) => {
      if (kind !== 'saved') refresh();
    });
    refresh();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

function refresh(): void {
  autosaveRecords.places().then(show, () => show([]));
}

function show(next: readonly UnsavedPlace[]): void {
  // An equal array would render the rows again.
  if (isSame(places, next)) return;
  places = next;
  for (const listener of listeners) listener();
}

function isSame(before: readonly UnsavedPlace[], now: readonly UnsavedPlace[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ object, editor, at }, index) => {
      const other = now[index];
      return object === other?.object && editor === other.editor && at === other.at;
    })
  );
}
