import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { operationNames, operations } from '~/contract/operations';
import { cartQueries } from '~/api/read/carts';
import { lineQueries } from '~/api/read/order-lines';
import { refreshAfter } from './query-keys';

const filters = {};
const READ: Readonly<Record<string, QueryKey>> = {
  'the list of carts': cartQueries.list({ filters, page: 1, pageSize: 50 }).queryKey,
  'another page of carts': cartQueries.list({ filters, page: 2, pageSize: 50 }).queryKey,
  'the cart': cartQueries.detail('C').queryKey,
  'another cart': cartQueries.detail('OTHER').queryKey,
  'the list of lines': lineQueries.list({ filters, page: 1, pageSize: 50 }).queryKey,
  'a search of lines': lineQueries.list({ filters, search: 'x', page: 1, pageSize: 50 }).queryKey,
  'a line': lineQueries.detail('L').queryKey,
};

/** The stale readings after a write on cart C. */
function staleAfter(write: Parameters<typeof refreshAfter>[1]): string[] {
  const client = new QueryClient();
  for (const queryKey of Object.values(READ)) client.setQueryData(queryKey, {});
  refreshAfter(client, write, { cartId: 'C' });
  return Object.entries(READ)
    .filter(([, queryKey]) => client.getQueryState(queryKey)?.isInvalidated)
    .map(([name]) => name);
}

const CART_LISTS = ['the list of carts', 'another page of carts'];
const LINE_LISTS = ['the list of lines', 'a search of lines'];

const STALE = {
  createCart: CART_LISTS,
  updateCart: [...CART_LISTS, 'the cart'],
  deleteCart: [...CART_LISTS, ...LINE_LISTS],
  createLine: ['the cart', ...LINE_LISTS],
  updateLine: ['the cart', ...LINE_LISTS],
  deleteLine: ['the cart', ...LINE_LISTS],
  confirmCart: [...CART_LISTS, 'the cart', ...LINE_LISTS, 'a line'],
} as const;

describe('what was read before a write', () => {
  it.each(Object.entries(STALE))('%s makes stale: %s', (write, stale) => {
    const name = operationNames.find((operation): operation is keyof typeof STALE => operation === write);
    expect(name && staleAfter(name)).toEqual(stale);
  });

  it('is stale too when the operator moved a cart on', () => {
    expect(staleAfter('cartMovedOn')).toEqual([...CART_LISTS, ...LINE_LISTS, 'a line']);
  });

  it('is named for every operation that writes', () => {
    const writes = operationNames.filter((name) => operations[name].method !== 'GET');
    expect(Object.keys(STALE).toSorted()).toEqual(writes.toSorted());
  });

  it('is told apart by what was asked', () => {
    const keys = Object.values(READ).map((key) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
