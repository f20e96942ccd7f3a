/*
 * Addresses carry plain text: ?state=created&page=2. The router's own way, JSON, would turn a search for 123 into a
 * number and write it back as %22123%22.
 */

/**
 * The query of an address as names and texts; of a repeated name the last one counts, and the others are kept
 * beside it as `state.2`, to be told.
 */
export function parseAddress(query: string): Record<string, string> {
  const address = new Map<string, string>();
  const times = new Map<string, number>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = address.get(name);
    if (before !== undefined && before !== value) {
      const time = (times.get(name) ?? 1) + 1;
      times.set(name, time);
      address.set(`${name}.${time}`, before);
    }
    address.set(name, value);
  }
  return Object.fromEntries(address);
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
