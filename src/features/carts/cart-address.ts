import type { CartListQuery } from '~/contract/list-query';
import { readCartAddress, withoutDefaults, type ListAddress } from '~/domain/list-address';

/** What the address of /carts says, as text; it is the one truth of the list. */
export type CartAddress = ListAddress;

/** An address without its defaults. What makes no sense stays, to be told and removed. */
export function toCartAddress(raw: Record<string, unknown>): CartAddress {
  return withoutDefaults(raw);
}

/** What an address asks the API for, at present. */
export function toCartListQuery(address: CartAddress): CartListQuery {
  return readCartAddress(address, new Date()).query;
}
