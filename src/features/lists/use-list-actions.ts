import { useState } from 'react';
import type { ListSearchParams } from '~/domain/lists/list-search-params';
import { pageKeys, type PageFacts } from './page-keys';
import { useLinkPreload } from './use-link-preload';
import { useListNavigation } from './use-list-navigation';

interface ListOptions {
  readonly to: '/lines' | '/carts';
  readonly search: ListSearchParams;
  readonly query: { readonly page: number; readonly pageSize: number };
  readonly reading: { readonly data: PageFacts | undefined; readonly error: Error | null };
  /** Begins the request for other search params. */
  readonly start: (search: ListSearchParams) => void;
}

/** What a person does on every list, for its head, its body and its keys. */
export function useListActions({ to, search, query, reading, start }: ListOptions) {
  const { data, error } = reading;
  const navigation = useListNavigation(to, start);
  const onHover = useLinkPreload();
  // What comes after the first rows, or after the words that there are none, stays.
  const [isStarted, setIsStarted] = useState(false);
  if (!isStarted && (data || error)) setIsStarted(true);

  const onPage = (page: number) => navigation.change({ page: String(page) });
  const onHoverPage = (page: number) => start({ ...search, page: String(page) });
  const onClear = navigation.clear;
  return {
    navigation,
    isStarted,
    body: { onPage, onHoverPage, onHover, onClear },
    keys: { onClear, ...pageKeys(data, query, onPage) },
  };
}
