import { useSyncExternalStore } from 'react';
import type { OrderLineSummary } from '~/contract/order-line';

/** The ticked lines, across pages and through visits of other pages; they last as long as the page itself. */
type Selected = ReadonlyMap<string, OrderLineSummary>;

let selected: Selected = new Map();
const listeners = new Set<() => void>();

function change(next: Selected): void {
  selected = next;
  for (const listener of listeners) listener();
}

export function selectLines(lines: readonly OrderLineSummary[]): void {
  change(new Map([...selected, ...lines.map((line) => [line.id, line] as const)]));
}

export function deselectLines(ids: readonly string[]): void {
  change(new Map([...selected].filter(([id]) => !ids.includes(id))));
}

export function clearSelection(): void {
  change(new Map());
}

export function useSelectedLines(): Selected {
  return useSyncExternalStore(subscribe, () => selected);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
