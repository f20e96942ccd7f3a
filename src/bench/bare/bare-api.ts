import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { operationPath } from '~/contract/operations';
import { isUnknownArray, isWireObject, type WireObject } from '~/contract/scalars';

export const client = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } });

async function read(path: string, options?: RequestInit): Promise<WireObject> {
  const answer = await fetch(path, options);
  const body: unknown = await answer.json();
  if (!answer.ok || !isWireObject(body)) throw new Error(`${answer.status}`);
  return body;
}

export function lines(search: Readonly<Record<string, string>>) {
  const params = new URLSearchParams({ sort: '-creation_date', page: '1', ...search, page_size: '50' });
  const path = `${operationPath('listLines')}?${params}`;
  return queryOptions({
    queryKey: ['lines', path],
    queryFn: async ({ signal }) => {
      const { count, results } = await read(path, { signal });
      return { count: Number(count), rows: isUnknownArray(results) ? results.filter(isWireObject) : [] };
    },
    placeholderData: keepPreviousData,
  });
}

export function line(lineId: string) {
  return queryOptions({
    queryKey: ['line', lineId],
    queryFn: ({ signal }) => read(operationPath('readLine', { lineId }), { signal }),
  });
}

export function save(saved: WireObject, changes: WireObject): Promise<WireObject> {
  const ids = { cartId: shownValue(saved['product_order_id']), lineId: shownValue(saved['id']) };
  return read(operationPath('updateLine', ids), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(changes),
  });
}

export function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
