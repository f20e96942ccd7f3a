interface PageFacts {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  readonly hasNext: boolean | null;
}

/**
 * Whether another page can be asked for: as the answer says, else by the total, else as long as pages are full. An
 * unknown total never stands in the way.
 */
export function hasNextPage(
  { rows, total, hasNext }: PageFacts,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): boolean {
  if (hasNext !== null) return hasNext;
  return total === null ? rows.length >= pageSize : (page - 1) * pageSize + rows.length < total;
}

/** The last page that there is, the first one of a list without rows; null when nobody knows how many rows there are. */
export function lastPage(
  { total }: Pick<PageFacts, 'total'>,
  { pageSize }: { readonly pageSize: number },
): number | null {
  return total === null ? null : Math.max(1, Math.ceil(total / pageSize));
}
