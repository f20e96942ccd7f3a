import { describe, expect, it } from 'vitest';
import { CART_FILTERS, LINE_FILTERS } from '~/contract/list-query';
import { isWireObject, text, wireObjects } from '~/contract/scalars';
import { call, namedFields } from '~/mock-api/testing/call';
import { createMockApi, type MockApi } from './create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { DAY } from '~/mock-api/wire/wire-times';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString();

function desk() {
  const api = createMockApi({ now: NOW });
  api.given(
    aCart({
      external_id: 'CMD-1',
      project_id: 'ALPHA',
      daysOld: 10,
      lines: [
        aLine({
          external_id: 'old',
          customer_order_name: 'Siège Brest',
          end_customer_name: 'Crèmerie Noël',
          temporary_reference: 'TMP-1',
        }),
      ],
    }),
  );
  api.given(
    aCart({
      external_id: 'CMD-2',
      project_id: 'BETA',
      daysOld: 2,
      lines: [
        aLine({
          external_id: 'new',
          customer_order_name: 'Agence Nice',
          end_customer_name: 'Garage Durand',
          state: 'acknowledged',
          order_reference: 'PO-2',
          temporary_reference: 'TMP-2',
        }),
      ],
    }),
  );
  return api;
}

async function found(api: MockApi, name: 'listLines' | 'listCarts', query: Record<string, string>) {
  const { body } = await call(api, name, { query });
  const rows = isWireObject(body) ? wireObjects(body['results']) : [];
  return rows.map((row) => text.parse(row['external_id']));
}

describe('the list of lines', () => {
  const cases: Record<(typeof LINE_FILTERS)[number], [string, string[]]> = {
    state: ['acknowledged', ['new']],
    order_reference: ['po-2', ['new']],
    temporary_reference: ['TMP-1', ['old']],
    customer_order_name: ['siege', ['old']],
    end_customer_name: ['noel', ['old']],
    creation_date_gt: [daysAgo(5), ['new']],
    creation_date_lt: [daysAgo(5), ['old']],
    order_date_gt: [daysAgo(3), ['new']],
    order_date_lt: [daysAgo(3), []],
    expiration_date_gt: [daysAgo(-79), ['old']],
    expiration_date_lt: [daysAgo(-81), ['old']],
  };

  it.each(LINE_FILTERS)('is filtered by %s', async (filter) => {
    const [value, expected] = cases[filter];
    expect(await found(desk(), 'listLines', { [filter]: value })).toEqual(expected);
  });

  it.each([
    ['creation_date', daysAgo(10), 'old'],
    ['order_date', daysAgo(2), 'new'],
    ['expiration_date', daysAgo(10 - 90), 'old'],
  ])('leaves the very moment out of both filters of %s', async (date, at, line) => {
    const api = desk();
    expect(await found(api, 'listLines', { [`${date}_gt`]: at })).not.toContain(line);
    expect(await found(api, 'listLines', { [`${date}_lt`]: at })).not.toContain(line);
    const around = {
      [`${date}_gt`]: new Date(Date.parse(at) - 1).toISOString(),
      [`${date}_lt`]: new Date(Date.parse(at) + 1).toISOString(),
    };
    expect(await found(api, 'listLines', around)).toEqual([line]);
  });

  it('combines filters', async () => {
    const query = { state: 'created', end_customer_name: 'durand' };
    expect(await found(desk(), 'listLines', query)).toEqual([]);
  });

  it.each([
    ['NOEL', ['old']],
    ['garage nice', ['new']],
    ['garage brest', []],
    ['tmp', ['new', 'old']],
  ])('finds %s wherever it stands', async (search, expected) => {
    expect(await found(desk(), 'listLines', { search })).toEqual(expected);
  });

  it('finds a line by its id', async () => {
    const api = desk();
    const [line] = api.store.lines();
    expect(await found(api, 'listLines', { search: line?.id ?? '' })).toEqual(['old']);
  });

  it.each([
    ['creation_date', ['old', 'new']],
    ['-creation_date', ['new', 'old']],
    ['end_customer_name', ['old', 'new']],
    ['-end_customer_name', ['new', 'old']],
    ['order_date', ['old', 'new']],
    ['no_such_field', ['new', 'old']],
  ])('is sorted by %s', async (sort, expected) => {
    expect(await found(desk(), 'listLines', { sort })).toEqual(expected);
  });

  it('keeps equal lines in the order of creation', async () => {
    const api = createMockApi();
    const external = ['a', 'b', 'c'];
    api.given(aCart({ lines: external.map((external_id) => aLine({ external_id })) }));
    expect(await found(api, 'listLines', { sort: 'end_customer_name' })).toEqual(external);
    expect(await found(api, 'listLines', { sort: '-end_customer_name' })).toEqual(external);
  });

  it('shows a change at once', async () => {
    const api = desk();
    const [line] = api.store.lines();
    await found(api, 'listLines', { search: 'nouveau' });
    api.store.changeLine(line?.id ?? '', { values: { customer_order_name: 'Nouveau nom' } });
    expect(await found(api, 'listLines', { search: 'nouveau' })).toEqual(['old']);
  });

  it.each([
    [{ creation_date_gt: 'yesterday' }, 'creation_date_gt'],
    [{ order_date_lt: '2026-03-02T09:00:00 01:00' }, 'order_date_lt'],
    [{ page: '0' }, 'page'],
    [{ limit: 'all' }, 'limit'],
  ])('refuses %j', async (query, field) => {
    const answer = await call(desk(), 'listLines', { query });
    expect(answer.status).toBe(400);
    expect(namedFields(answer.body)).toEqual([field]);
  });
});

describe('the list of carts', () => {
  const cases: Record<(typeof CART_FILTERS)[number], [string, string[]]> = {
    state: ['completed', ['CMD-2']],
    external_id: ['cmd-1', ['CMD-1']],
    project_id: ['BETA', ['CMD-2']],
    creation_date_gt: [daysAgo(5), ['CMD-2']],
    creation_date_lt: [daysAgo(5), ['CMD-1']],
    order_date_gt: [daysAgo(5), ['CMD-2']],
    order_date_lt: [daysAgo(5), []],
    completion_date_gt: [daysAgo(5), ['CMD-2']],
    completion_date_lt: [daysAgo(5), []],
    cancellation_date_gt: [daysAgo(5), ['CMD-1']],
    cancellation_date_lt: [daysAgo(1), []],
  };

  it.each(CART_FILTERS)('is filtered by %s', async (filter) => {
    const api = desk();
    const [first] = api.store.carts();
    if (first && filter === 'cancellation_date_gt') first.cancellation_date = NOW;
    const [value, expected] = cases[filter];
    expect(await found(api, 'listCarts', { [filter]: value })).toEqual(expected);
  });

  it('begins with the newest', async () => {
    expect(await found(desk(), 'listCarts', {})).toEqual(['CMD-2', 'CMD-1']);
  });
});

describe('the pages of a list', () => {
  function sevenLines() {
    const api = createMockApi();
    api.given(aCart({ lines: Array.from({ length: 7 }, (_, n) => aLine({ external_id: String(n + 1) })) }));
    return api;
  }

  it.each<[Record<string, string>, string[]]>([
    [{ page: '2', page_size: '3' }, ['4', '5', '6']],
    [{ page: '3', page_size: '3' }, ['7']],
    [{ page: '4', page_size: '3' }, []],
    [{ limit: '2', offset: '3' }, ['4', '5']],
    [{ page: '2', page_size: '3', limit: '3', offset: '3' }, ['4', '5', '6']],
    [{}, ['1', '2', '3', '4', '5', '6', '7']],
  ])('are cut by %j', async (query, expected) => {
    expect(await found(sevenLines(), 'listLines', query)).toEqual(expected);
  });

  it('say their count and their neighbours', async () => {
    const api = sevenLines();
    const query = { page: '2', page_size: '3' };
    const { body } = await call(api, 'listLines', { query });
    expect(body).toMatchObject({
      count: 7,
      next: 'https://api.example/api/v1/product_order_item/?page=3&page_size=3',
      previous: 'https://api.example/api/v1/product_order_item/?page=1&page_size=3',
    });
    const last = await call(api, 'listLines', { query: { offset: '6', limit: '3' } });
    expect(last.body).toMatchObject({
      next: null,
      previous: 'https://api.example/api/v1/product_order_item/?offset=3&limit=3',
    });
  });
});
