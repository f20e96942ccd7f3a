import { CART_FILTERS, cartListQueryOf, type CartListQuery } from '~/contract/list-query';

const NAMES = [...CART_FILTERS, 'page'] as const;

/** What the address of /carts says: the API's own names, text as in the address. It is the one truth of the list. */
export type CartAddress = Partial<Record<(typeof NAMES)[number], string>>;

/** Takes from an address what it may say; defaults and what nobody knows are left out. */
export function toCartAddress(raw: Record<string, unknown>): CartAddress {
  const address: CartAddress = {};
  for (const name of NAMES) {
    const value = raw[name];
    if (typeof value === 'string' && value.trim() !== '') address[name] = value;
  }
  if (address.page === '1') delete address.page;
  return address;
}

export function toCartListQuery(address: CartAddress): CartListQuery {
  return cartListQueryOf(new URLSearchParams(address));
}
