import type { RefObject } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useShortcuts } from '~/ui/keyboard/shortcuts';

export interface ListActions {
  /** The list's own part of the document: its filters and its rows. */
  readonly frame: RefObject<HTMLElement | null>;
  /** Whether rows can be ticked. */
  readonly canSelect: boolean;
  readonly onClear: () => void;
  /** Leafs through the pages; undefined where there is none in that direction. */
  readonly onNextPage: (() => void) | undefined;
  readonly onPreviousPage: (() => void) | undefined;
}

/** What the keyboard does in a list. Rows are moved through by their own links, so Enter opens as it does everywhere. */
export function useListShortcuts({
  frame,
  canSelect,
  onClear,
  onNextPage,
  onPreviousPage,
}: ListActions): void {
  const { listKeys } = useAllMessages();
  const { group } = listKeys;
  const step = (by: 1 | -1) => () => focusRow(frame.current, by);
  useShortcuts([
    { keys: '/', label: listKeys.search, group, run: () => focusFilter(frame.current) },
    { keys: 'j', label: listKeys.nextRow, group, run: step(1) },
    { keys: 'k', label: listKeys.previousRow, group, run: step(-1) },
    { keys: 'Enter', label: listKeys.open, group },
    ...(canSelect ? [{ keys: 'x', label: listKeys.select, group, run: () => tickRow(frame.current) }] : []),
    { keys: 'n', label: listKeys.nextPage, group, run: () => onNextPage?.() },
    { keys: 'p', label: listKeys.previousPage, group, run: () => onPreviousPage?.() },
    { keys: 'c', label: listKeys.clear, group, run: onClear },
  ]);
}

function focusFilter(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLInputElement>('search input')?.focus();
}

function focusRow(frame: HTMLElement | null, by: 1 | -1): void {
  const links = [...(frame?.querySelectorAll<HTMLAnchorElement>('tbody th a') ?? [])];
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}

function tickRow(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLInputElement>('tbody tr:focus-within input[type="checkbox"]')?.click();
}
