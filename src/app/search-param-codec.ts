/*
 * A query carries plain text: ?state=created&page=2. The router's own way, JSON, would turn a search for 123 into a
 * number and write it back as %22123%22.
 */

/**
 * Names and texts of a query. Of a repeated name the last value counts; the others stay beside it as `state.2`, so that
 * the page can show them.
 */
export function parseSearchParams(query: string): Record<string, string> {
  const search = new Map<string, string>();
  const times = new Map<string, number>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = search.get(name);
    if (before !== undefined && before !== value) {
      const time = (times.get(name) ?? 1) + 1;
      times.set(name, time);
      search.set(`${name}.${time}`, before);
    }
    search.set(name, value);
  }
  return Object.fromEntries(search);
}

/** The query for the given texts, with its question mark, without empty texts. */
export function stringifySearchParams(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
