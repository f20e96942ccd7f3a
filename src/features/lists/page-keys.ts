import { hasNextPage, lastPage } from '~/ui/paging';

/** What is known of a page of a list. */
export interface PageFacts {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  readonly hasNext: boolean | null;
  readonly pageSize: number | null;
}

/** What the keys for the next and the previous page do; nothing where there is none in that direction. */
export function pageKeys(
  data: PageFacts | undefined,
  query: { readonly page: number; readonly pageSize: number },
  onPage: (page: number) => void,
) {
  const { page } = query;
  // Past the end, the page before is the last one that there is.
  const before = Math.min(page - 1, (data && lastPage(data, query)) ?? page - 1);
  return {
    onNextPage: data && hasNextPage(data, query) ? () => onPage(page + 1) : undefined,
    onPreviousPage: page > 1 ? () => onPage(before) : undefined,
  };
}
