import type { LineListQuery } from '~/contract/list-query';
import { readLineAddress, withoutDefaults, type ListAddress } from '~/domain/list-address';

/** What the address of /lines says, as text; it is the one truth of the list. */
export type LineAddress = ListAddress;

/** An address without its defaults. What makes no sense stays, to be told and removed. */
export function toLineAddress(raw: Record<string, unknown>): LineAddress {
  return withoutDefaults(raw);
}

/** What an address asks the API for, at present. */
export function toLineListQuery(address: LineAddress): LineListQuery {
  return readLineAddress(address, new Date()).query;
}
