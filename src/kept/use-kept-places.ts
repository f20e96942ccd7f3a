import { useSyncExternalStore } from 'react';
import { keptEdits, type KeptPlace } from './kept-edits';
import { listenToTabs } from './tabs';

const listeners = new Set<() => void>();
let places: readonly KeptPlace[] = [];
let stop: () => void = () => undefined;

/** Where the person has text that is not saved, newest first; none until it is known. */
export function useKeptPlaces(): readonly KeptPlace[] {
  return useSyncExternalStore(subscribe, () => places);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    stop = listenToTabs(({ kind }) => {
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
  keptEdits.places().then(show, () => show([]));
}

function show(next: readonly KeptPlace[]): void {
  // Whoever draws rows by them has then nothing to draw again.
  if (isSame(places, next)) return;
  places = next;
  for (const listener of listeners) listener();
}

function isSame(before: readonly KeptPlace[], now: readonly KeptPlace[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ object, editor, at }, index) => {
      const other = now[index];
      return object === other?.object && editor === other.editor && at === other.at;
    })
  );
}
