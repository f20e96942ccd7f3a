import type { ListSearchParams } from '~/domain/lists/list-search-params';

/** The list that a line was opened from: for the way back, and for the lines beside it. */
let lastSearch: ListSearchParams | null = null;

export function rememberList(search: ListSearchParams): void {
  lastSearch = search;
}

/** null when no list was shown in this page's life: the line was opened by its own link. */
export function lastList(): ListSearchParams | null {
  return lastSearch;
}
