/*
 * Addresses carry plain text: ?state=created&page=2. The router's own way, JSON, would turn a search for 123 into a
 * number and write it back as %22123%22.
 */

/** The query of an address as names and texts; of a repeated name the last one counts. */
export function parseAddress(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** The query for the given texts, with its question mark; what is empty is left out. */
export function writeAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
