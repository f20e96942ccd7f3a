/** URLs for the plain links of a table's rows: fifty of the router's own links cost more than the rows. */

export function lineHref(lineId: string): string {
  return `/lines/${encodeURIComponent(lineId)}`;
}

export function cartHref(cartId: string): string {
  return `/carts/${encodeURIComponent(cartId)}`;
}
