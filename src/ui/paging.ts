interface PageFacts {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  readonly hasNext: boolean | null;
  /** The size of this server's pages, where it is not the one asked for. */
  readonly pageSize: number | null;
}

/** How many rows a page has: as many as the server gives, else as were asked for. */
export function pageSizeOf(data: Pick<PageFacts, 'pageSize'>, query: { readonly pageSize: number }): number {
  return data.pageSize ?? query.pageSize;
}

/**
 * Whether another page can be asked for: as the answer says, else by the total, else as long as pages are full. An
 * unknown total never stands in the way.
 */
export function hasNextPage(
  data: PageFacts,
  query: { readonly page: number; readonly pageSize: number },
): boolean {
  const { rows, total, hasNext } = data;
  const { page } = query;
  const pageSize = pageSizeOf(data, query);
  if (hasNext !== null) return hasNext;
  return total === null ? rows.length >= pageSize : (page - 1) * pageSize + rows.length < total;
}

/** The last page that there is, the first one of a list without rows; null when the number of rows is unknown. */
export function lastPage(
  data: Pick<PageFacts, 'total' | 'pageSize'>,
  query: { readonly pageSize: number },
): number | null {
  return data.total === null ? null : Math.max(1, Math.ceil(data.total / pageSizeOf(data, query)));
}
