/** Addresses for the plain links of a table's rows: fifty of the router's own links cost more than the rows. */

export function lineAddress(lineId: string): string {
  return `/lines/${encodeURIComponent(lineId)}`;
}

export function cartAddress(cartId: string): string {
  return `/carts/${encodeURIComponent(cartId)}`;
}
