import { Observable } from '~/browser-storage/observable';
import { useSyncExternalStore } from 'react';
import type { OrderLineSummary } from '~/contract/order-line';

/** The ticked lines, across pages and through visits of other pages; they last as long as the page itself. */
type Selected = ReadonlyMap<string, OrderLineSummary>;

const selected = new Observable<Selected>(new Map());

export function selectLines(lines: readonly OrderLineSummary[]): void {
  selected.set(new Map([...selected.get(), ...lines.map((line) => [line.id, line] as const)]));
}

export function deselectLines(ids: readonly string[]): void {
  selected.set(new Map([...selected.get()].filter(([id]) => !ids.includes(id))));
}

export function clearSelection(): void {
  selected.set(new Map());
}

export function useSelectedLines(): Selected {
  return useSyncExternalStore(selected.subscribe, selected.get);
}
