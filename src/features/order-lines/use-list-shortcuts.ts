import { useMessages } from '~/i18n/I18nProvider';
import { useShortcuts } from '~/ui/shortcuts';

export interface ListActions {
  /** Whether rows can be ticked. */
  readonly canSelect: boolean;
  readonly onClear: () => void;
  /** Leafs through the pages; absent where there is none in that direction. */
  readonly onNextPage: (() => void) | undefined;
  readonly onPreviousPage: (() => void) | undefined;
}

/** What the keyboard does in a list. Rows are moved through by their own links, so Enter opens as it does everywhere. */
export function useListShortcuts({ canSelect, onClear, onNextPage, onPreviousPage }: ListActions): void {
  const { listKeys } = useMessages();
  useShortcuts([
    { keys: '/', label: listKeys.search, group: listKeys.group, run: focusFilter },
    { keys: 'j', label: listKeys.nextRow, group: listKeys.group, run: () => focusRow(1) },
    { keys: 'k', label: listKeys.previousRow, group: listKeys.group, run: () => focusRow(-1) },
    { keys: 'Enter', label: listKeys.open, group: listKeys.group },
    ...(canSelect ? [{ keys: 'x', label: listKeys.select, group: listKeys.group, run: tickRow }] : []),
    { keys: 'n', label: listKeys.nextPage, group: listKeys.group, run: () => onNextPage?.() },
    { keys: 'p', label: listKeys.previousPage, group: listKeys.group, run: () => onPreviousPage?.() },
    { keys: 'c', label: listKeys.clear, group: listKeys.group, run: onClear },
  ]);
}

function focusFilter(): void {
  document.querySelector<HTMLInputElement>('main search input')?.focus();
}

function focusRow(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main tbody th a')];
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}

function tickRow(): void {
  document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}
