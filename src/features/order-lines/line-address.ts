import { DEFAULT_LINE_SORT, LINE_FILTERS, lineListQueryOf, type LineListQuery } from '~/contract/list-query';

const NAMES = [...LINE_FILTERS, 'search', 'sort', 'page'] as const;

/** What the address of /lines says: the API's own names, text as in the address. It is the one truth of the list. */
export type LineAddress = Partial<Record<(typeof NAMES)[number], string>>;

/** Takes from an address what it may say; defaults and what nobody knows are left out. */
export function toLineAddress(raw: Record<string, unknown>): LineAddress {
  const address: LineAddress = {};
  for (const name of NAMES) {
    const value = raw[name];
    if (typeof value === 'string' && value.trim() !== '') address[name] = value;
  }
  if (address.page === '1') delete address.page;
  if (address.sort === DEFAULT_LINE_SORT) delete address.sort;
  return address;
}

export function toLineListQuery(address: LineAddress): LineListQuery {
  return lineListQueryOf(new URLSearchParams(address));
}
