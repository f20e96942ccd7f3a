import { describe, expect, it } from 'vitest';
import type { ListRow } from '~/contract/list-envelope';
import { createMockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { cartQueries } from './carts';
import { fetchLine, lineQueries } from './order-lines';
import { createQueryClient } from '~/api/transport/query-client';
import { answerWith, connectTo } from '~/api/testing/stand-in-network';

const NAMES = ['A', 'B', 'C', 'D', 'E'];

/** Five carts of one line each, in some server's manner. */
function serverOf(dialect: MockApiOptions['dialect'] = {}) {
  const api = createMockApi({ dialect });
  const given = NAMES.map((name) =>
    api.given(aCart({ external_id: name, lines: [aLine({ customer_order_name: name })] })),
  );
  connectTo(api);
  return { api, given, client: createQueryClient() };
}

const names = (rows: readonly ListRow<{ customer_order_name?: string; external_id: string }>[]) =>
  rows.flatMap((row) => (row.ok ? [row.value.customer_order_name ?? row.value.external_id] : []));

const ENVELOPES = ['count-results', 'items-count', 'bare', 'bare-with-total'] as const;

describe.each(ENVELOPES)('a list that comes as %s', (list) => {
  const LINES = { filters: {}, sort: 'customer_order_name', pageSize: 2 };

  it('of lines is read page by page to its end', async () => {
    const { client } = serverOf({ list });
    const pages = [];
    for (const page of [1, 2, 3]) pages.push(await client.query(lineQueries.list({ ...LINES, page })));
    expect(pages.map(({ rows }) => names(rows))).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(pages.map(({ hasNext, total }) => hasNext ?? total)).toEqual(
      list === 'count-results' || list === 'bare' ? [true, true, false] : [5, 5, 5],
    );
  });

  it('of carts is read page by page to its end', async () => {
    const { client } = serverOf({ list });
    const seen = [];
    for (const page of [1, 2, 3]) {
      const { rows, total } = await client.query(cartQueries.list({ filters: {}, page, pageSize: 2 }));
      expect(total).toBe(5);
      seen.push(...names(rows));
    }
    expect(seen.toSorted()).toEqual(NAMES);
  });

  it('of nothing is empty', async () => {
    const { client } = serverOf({ list });
    const filters = { customer_order_name: 'nobody' };
    const page = await client.query(lineQueries.list({ ...LINES, filters, page: 1 }));
    expect(page).toMatchObject({ rows: [], total: 0 });
  });
});

describe('a list', () => {
  it('asks with its filters, its search and its sort', async () => {
    const { api, client } = serverOf();
    const filters = { state: 'created', creation_date_gt: '2026-01-01T00:00:00+01:00' };
    await client.query(lineQueries.list({ filters, search: 'a b', sort: '-state', page: 2, pageSize: 3 }));
    expect(api.ledger.last('listLines').query).toEqual({
      ...filters,
      search: 'a b',
      sort: '-state',
      page: '2',
      page_size: '3',
      limit: '3',
      offset: '3',
    });
  });

  it('keeps a row that cannot be read as one row', async () => {
    answerWith(200, { count: 2, results: [{ id: '1', customer_order_name: 'A' }, { note: 'no id' }] });
    const { rows } = await createQueryClient().query(
      lineQueries.list({ filters: {}, page: 1, pageSize: 50 }),
    );
    expect(rows.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('that is no list at all is unreadable', async () => {
    answerWith(200, { id: '1' });
    const client = createQueryClient();
    const query = { filters: {}, page: 1, pageSize: 50 };
    const unreadable = { kind: 'unreadable' };
    await expect(client.query(lineQueries.list(query))).rejects.toMatchObject(unreadable);
    await expect(client.query(cartQueries.list(query))).rejects.toMatchObject(unreadable);
  });

  it('that no screen waits for any more is cancelled', async () => {
    const left = connectTo({ fetch: () => new Promise(() => undefined) });
    const client = createQueryClient();
    const options = lineQueries.list({ filters: {}, page: 1, pageSize: 50 });
    const read = client.query(options).catch(() => 'cancelled');
    await client.cancelQueries({ queryKey: options.queryKey });
    expect(await read).toBe('cancelled');
    expect(left[0]?.signal.aborted).toBe(true);
  });
});

describe('the number of lines per state', () => {
  const query = {
    filters: {
      state: 'in_progress',
      end_customer_name: 'Dupont',
      creation_date_gt: '2026-01-01T00:00:00+01:00',
    },
    search: 'siège',
    sort: '-state',
    page: 3,
    pageSize: 50,
  };

  it('asks for one state after the other', async () => {
    let underWay = 0;
    let most = 0;
    const left = connectTo({
      fetch: async () => {
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay -= 1;
        return Response.json({ count: 3, results: [] });
      },
    });
    await createQueryClient().query(lineQueries.stateCounts(query));
    const { state: _, ...others } = query.filters;
    const base = { ...others, search: 'siège', page: '1', page_size: '1', limit: '1', offset: '0' };
    expect(left.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      base,
      ...['created', 'in_progress', 'acknowledged', 'held_adv_validation', 'rejected_creation'].map(
        (state) => ({
          ...base,
          state,
        }),
      ),
    ]);
    expect(most).toBe(1);
  });

  it.each(ENVELOPES)('is what a list that comes as %s says', async (list) => {
    const api = createMockApi({ dialect: { list } });
    const states = [
      'created',
      'created',
      'created',
      'in_progress',
      'in_progress',
      'rejected_creation',
      'rejected_creation',
    ];
    api.given(aCart({ lines: states.map((state) => aLine({ state })) }));
    connectTo(api);
    const counts = await createQueryClient().query(
      lineQueries.stateCounts({ filters: { state: 'created' }, page: 1, pageSize: 50 }),
    );
    expect(counts).toEqual({
      '': 7,
      created: 3,
      in_progress: 2,
      acknowledged: 0,
      held_adv_validation: 0,
      rejected_creation: 2,
    });
  });

  it('is one question for every page and order', () => {
    const { queryKey } = lineQueries.stateCounts(query);
    const elsewhere = { ...query, filters: { ...query.filters, state: 'created' }, sort: 'state', page: 1 };
    expect(lineQueries.stateCounts(elsewhere).queryKey).toEqual(queryKey);
    expect(lineQueries.stateCounts({ ...query, search: 'x' }).queryKey).not.toEqual(queryKey);
  });

  it('is one question to a server without pages', async () => {
    const left = answerWith(
      200,
      ['created', 'created', 'acknowledged'].map((state, index) => ({ id: String(index), state })),
    );
    expect(await createQueryClient().query(lineQueries.stateCounts(query))).toMatchObject({
      '': 3,
      created: 2,
      acknowledged: 1,
      rejected_creation: 0,
    });
    expect(left).toHaveLength(1);
  });

  it('ends at a list without a total', async () => {
    const left = answerWith(200, { results: [{ id: '1' }], next: null });
    expect(await createQueryClient().query(lineQueries.stateCounts(query))).toEqual({ '': null });
    expect(left).toHaveLength(1);
  });
});

describe('one line', () => {
  it.each(['examples', 'tables'] as const)('in the spelling of the %s is read the same', async (spelling) => {
    const api = createMockApi({ dialect: { spelling, vlan: spelling === 'tables' ? 'text' : 'number' } });
    const line = aLine({ enni_2: 'AZ2', cpe_networking_number: 'NET-1', vlan_reference: '1257' });
    const { lineId } = api.given(aCart({ lines: [line] }));
    connectTo(api);
    expect(await createQueryClient().query(lineQueries.detail(lineId))).toMatchObject({
      id: lineId,
      enni_2: 'AZ2',
      cpe_networking_number: 'NET-1',
      vlan_reference: '1257',
    });
  });

  it('that does not exist is not found', async () => {
    connectTo(createMockApi());
    await expect(fetchLine('nobody')).rejects.toMatchObject({ kind: 'not-found' });
  });
});
