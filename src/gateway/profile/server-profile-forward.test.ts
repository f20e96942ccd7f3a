import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { readListPage, readableRows } from '~/contract/list-envelope';
import { listRequestQuery, type LineListQuery } from '~/contract/list-query';
import { operationPath, operations, type OperationIds, type OperationName } from '~/contract/operations';
import { readOrderLine, readOrderLineSummary, writeLineValues, type LineValues } from '~/contract/order-line';
import { isWireObject, type WireObject } from '~/contract/scalars';
import { createForward } from '~/gateway/orders/proxy';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import type { Dialect } from '~/mock-api/http/dialects';
import { aCart, aLine, type GivenLine } from '~/mock-api/store/given';
import { createMemoryState } from '~/gateway/state/memory-state';
import { createProfileMemory, type ProfileStorage } from './profile-memory';
import { profileStorage } from './profile-storage';
import { withServerProfile } from './server-profile-forward';

const ORIGIN = 'http://api.test';

/** A gateway before a server of a dialect, and a page that asks it. */
function serverOf(
  dialect: Partial<Dialect>,
  storage: ProfileStorage | null = null,
  now: () => number = () => 1,
) {
  const api = createMockApi({ dialect });
  const memory = createProfileMemory(ORIGIN, now, storage);
  const forward = withServerProfile(
    createForward(ORIGIN, (request) => api.fetch(request)),
    memory,
  );
  const call = async (
    operation: OperationName,
    ids: OperationIds,
    query = '',
    body: WireObject | null = null,
  ) => {
    const answer = await forward(
      {
        operation,
        ids,
        owner: '',
        method: operations[operation].method,
        target: operationPath(operation, ids) + (query === '' ? '' : `?${query}`),
        body: body === null ? null : new TextEncoder().encode(JSON.stringify(body)),
      },
      'request',
    );
    const text = await answer.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, body: parsed };
  };
  const list = async (query: Partial<LineListQuery> = {}) => {
    const asked = { filters: {}, page: 1, pageSize: 50, ...query };
    const answer = await call('listLines', {}, listRequestQuery(asked));
    if (answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer.body)}`);
    const page = readListPage(answer.body, answer.headers, readOrderLineSummary);
    return { ...page, names: readableRows(page.rows).map(({ customer_order_name }) => customer_order_name) };
  };
  return {
    api,
    memory,
    call,
    list,
    readLine: async (lineId: string) => readOrderLine((await call('readLine', { lineId })).body),
    readCart: async (cartId: string) => readCart((await call('readCart', { cartId })).body),
    save: (ids: OperationIds, values: Partial<LineValues>) =>
      call('updateLine', ids, '', writeLineValues(values)),
    create: (cartId: string, values: Partial<LineValues>) =>
      call('createLine', { cartId }, '', writeLineValues(values)),
    requests: (operation: OperationName) => api.ledger.of(operation).length,
  };
}

function withLine(dialect: Partial<Dialect>, line: GivenLine = {}) {
  const server = serverOf(dialect);
  const { cartId, lineId } = server.api.given(aCart({ lines: [aLine(line)] }));
  return { ...server, ids: { cartId, lineId }, kept: () => server.api.store.line(lineId).content.values };
}

function withLines(count: number, dialect: Partial<Dialect>) {
  const server = serverOf(dialect);
  const lines = Array.from({ length: count }, (_, index) =>
    aLine({ customer_order_name: `Line ${index + 1}` }),
  );
  server.api.given(aCart({ lines }));
  return server;
}

describe('a server that refuses unknown query parameters', () => {
  it.each([
    ['page', 'all', 'page,page_size'],
    ['offset', 'all', 'limit,offset'],
    ['page-only', 'all', 'page'],
    ['page', 'none', 'page'],
    ['offset', 'none', 'limit,offset'],
    ['page-only', 'none', 'page'],
    ['page', 'first', 'page,page_size'],
    ['offset', 'first', 'limit,offset'],
  ] as const)('knows %s and names %s: costs one request once', async (paging, complaints, learned) => {
    const server = withLines(60, { paging, unknownQuery: 'refused', queryComplaints: complaints });
    expect((await server.list()).rows).toHaveLength(50);
    expect(server.requests('listLines')).toBe(2);
    expect((await server.list()).rows).toHaveLength(50);
    expect((await server.list({ page: 2 })).rows).toHaveLength(10);
    expect(server.requests('listLines')).toBe(4);
    expect(server.memory.profile().lines_paging).toBe(learned);
  });

  it('gets at most three forms of request for later pages', async () => {
    const server = withLines(60, { paging: 'offset', unknownQuery: 'refused', queryComplaints: 'none' });
    expect((await server.list({ page: 2 })).rows).toHaveLength(10);
    expect(server.requests('listLines')).toBe(3);
  });

  it('is asked as before when a filter is refused', async () => {
    const server = withLines(1, {});
    await expect(server.list({ filters: { creation_date_gt: 'never' } })).rejects.toThrow('Refused');
    expect(server.requests('listLines')).toBe(1);
  });
});

describe('a server with pages of its own size', () => {
  const sizes = ['at-most-25', 'always-20'] as const;
  const lists = ['count-results', 'items-count', 'bare-with-total', 'bare-with-link', 'bare-pages'] as const;
  const pagings = ['any', 'page', 'offset'] as const;
  const cases = sizes.flatMap((pages) =>
    lists.flatMap((list) => pagings.map((paging) => [pages, list, paging] as const)),
  );

  it.each(cases)('%s, %s, %s: shows every row once', async (pages, list, paging) => {
    const server = withLines(60, { pages, list, paging });
    const size = pages === 'at-most-25' ? 25 : 20;
    const shown: string[] = [];
    for (let page = 1; page <= Math.ceil(60 / size); page += 1) {
      const answer = await server.list({ page });
      shown.push(...answer.names);
      expect(answer.pageSize).toBe(size);
    }
    expect(new Set(shown).size).toBe(60);
    expect(shown).toHaveLength(60);
    expect(server.requests('listLines')).toBe(Math.ceil(60 / size));
  });

  it('loses no row when a later page is read first', async () => {
    const server = withLines(60, { pages: 'at-most-25', paging: 'offset' });
    const second = await server.list({ page: 2 });
    const first = await server.list();
    expect(new Set([...first.names, ...second.names]).size).toBe(first.names.length + second.names.length);
  });

  it('gives a bare list only a proved total', async () => {
    const server = withLines(60, { pages: 'at-most-25', list: 'bare-pages' });
    expect(await server.list()).toMatchObject({ total: null, hasNext: null, pageSize: 25 });
    expect(await server.list({ filters: { customer_order_name: 'Line 1' } })).toMatchObject({ total: 11 });
    expect(await server.list({ page: 3 })).toMatchObject({ total: 60 });
  });

  it('gets a parameter that it knows for a later page', async () => {
    for (const paging of ['page-only', 'page', 'offset'] as const) {
      const server = withLines(60, {
        pages: 'always-20',
        list: 'bare-pages',
        paging,
        unknownQuery: 'refused',
        queryComplaints: 'none',
      });
      const shown = (await server.list()).names;
      for (const page of [2, 3]) shown.push(...(await server.list({ page })).names);
      expect(new Set(shown).size).toBe(60);
    }
  });

  it.each(lists)('%s: a count asks for one row, whatever was asked before', async (list) => {
    for (const pages of ['as-asked', 'at-most-25'] as const) {
      const server = withLines(60, {
        pages,
        list,
        paging: 'offset',
        unknownQuery: 'refused',
        queryComplaints: 'none',
      });
      await server.list();
      // Nothing is known of the size of pages yet: this count shows a whole page.
      await server.list({ pageSize: 1 });
      await server.list({ page: 2 });
      await server.list({ pageSize: 1 });
      expect(server.api.ledger.last('listLines').query).toMatchObject({ limit: '1' });
    }
  });

  it('is not taken for cut when the list has grown', async () => {
    const server = withLines(7, { list: 'bare-pages' });
    await server.list();
    server.api.given(aCart({ lines: Array.from({ length: 53 }, () => aLine()) }));
    expect((await server.list()).rows).toHaveLength(50);
    expect(await server.list({ page: 2 })).toMatchObject({ total: 60, pageSize: 50 });
  });

  it('gives an empty page after a whole bare list', async () => {
    const server = withLines(7, { list: 'bare' });
    expect(await server.list()).toMatchObject({ total: null, pageSize: 7 });
    expect((await server.list({ page: 2 })).rows).toEqual([]);
    expect(await server.list()).toMatchObject({ total: 7 });
  });
});

describe('a server with a sort of its own', () => {
  const sorts = ['minus', 'colon', 'refused'] as const;
  const firstOnPage2 = sorts.flatMap((sort) =>
    (['page', 'offset', 'page-only'] as const).map((paging) => [sort, paging] as const),
  );

  it.each(firstOnPage2)('%s, %s: names nothing and is opened on page 2', async (sort, paging) => {
    const server = withLines(60, { sort, paging, unknownQuery: 'refused', queryComplaints: 'none' });
    const onPage2 = { page: 2, sort: '-creation_date' };
    expect((await server.list(onPage2)).rows).toHaveLength(10);
    expect(server.requests('listLines')).toBeLessThanOrEqual(3);
    for (let readings = 1; readings <= 3; readings += 1) await server.list(onPage2);
    // Nothing but a refusal of the sort itself teaches that there is none.
    const asked = { minus: '-creation_date', colon: 'creation_date:desc', refused: undefined }[sort];
    expect(server.api.ledger.last('listLines').query['sort']).toBe(asked);
    const before = server.requests('listLines');
    expect((await server.list(onPage2)).rows).toHaveLength(10);
    expect(server.requests('listLines')).toBe(before + 1);
  });

  it('takes field:desc after one refusal', async () => {
    const server = withLines(3, { sort: 'colon' });
    await server.list({ sort: '-creation_date' });
    expect(server.api.ledger.last('listLines').query['sort']).toBe('creation_date:desc');
    await server.list({ sort: 'creation_date' });
    expect(server.api.ledger.last('listLines').query['sort']).toBe('creation_date:asc');
    expect(server.requests('listLines')).toBe(3);
  });

  it.each(['all', 'first', 'none'] as const)(
    'refuses every sort, names %s: the list opens all the same',
    async (queryComplaints) => {
      const dialect = { sort: 'refused', unknownQuery: 'refused', paging: 'page-only' } as const;
      const server = withLines(3, { ...dialect, queryComplaints });
      await server.list({ sort: '-creation_date' });
      expect(server.requests('listLines')).toBeLessThanOrEqual(3);
      server.api.ledger.clear();
      await server.list({ sort: '-creation_date' });
      expect(server.requests('listLines')).toBe(1);
      expect(server.memory.profile().sort).toBe('none');
    },
  );
});

describe('a server that takes the VLAN as text', () => {
  const dialect = { vlan: 'text', vlanTaken: 'own' } as const;

  it('is given text after one refusal', async () => {
    const { create, api, requests, memory } = serverOf(dialect);
    const { cartId } = api.given(aCart());
    const values = {
      product_offering_id: '1',
      product_offering_qualification_item_id: '2',
      vlan_reference: '12',
    };
    expect((await create(cartId, values)).status).toBe(201);
    expect((await create(cartId, values)).status).toBe(201);
    expect(requests('createLine')).toBe(3);
    expect(memory.facts().vlan).toMatchObject({ value: 'text', proof: 'worked', status: 400 });
  });

  it('is given text at once when it has shown text', async () => {
    const { readLine, save, ids, requests } = withLine(dialect);
    await readLine(ids.lineId);
    expect((await save(ids, { vlan_reference: '12' })).status).toBe(200);
    expect(requests('updateLine')).toBe(1);
  });

  it('refuses a value: nothing is sent again', async () => {
    const { api, save, ids, requests } = withLine({});
    api.faults.next(
      { operation: 'updateLine' },
      { answer: { status: 422, body: { vlan_reference: ['It is taken.'] } } },
    );
    expect((await save(ids, { vlan_reference: '12' })).status).toBe(422);
    expect(requests('updateLine')).toBe(1);
  });
});

describe('a server with a spelling of its own', () => {
  it.each([
    ['examples', 'all'],
    ['examples', 'first'],
    ['tables', 'all'],
  ] as const)('refuses the other (%s, names %s): one refusal, once', async (spelling, complaints) => {
    const { save, ids, kept, requests } = withLine({
      spelling,
      complaints,
      reads: 'own-spelling',
      unknownKeys: 'refused',
    });
    expect((await save(ids, { enni_2: 'A', cpe_networking_number: 'B' })).status).toBe(200);
    expect((await save(ids, { enni_2: 'C' })).status).toBe(200);
    expect(kept()).toMatchObject({ enni_2: 'C', cpe_networking_number: 'B' });
    expect(requests('updateLine')).toBe(spelling === 'examples' ? 3 : 2);
  });

  it.each(['as-stored', 'left-out'] as const)(
    'passes over the other (%s): the value is sent again',
    async (empties) => {
      const { save, ids, kept, requests } = withLine({ reads: 'own-spelling', empties });
      await save(ids, { enni_2: 'A', note: 'x' });
      await save(ids, { enni_2: 'B' });
      expect(kept()).toMatchObject({ enni_2: 'B', note: 'x' });
      expect(requests('updateLine')).toBe(3);
    },
  );

  it('shown for one line is used for a new one', async () => {
    const { readLine, create, ids, requests } = withLine({ reads: 'own-spelling', unknownKeys: 'refused' });
    await readLine(ids.lineId);
    const values = { product_offering_id: '1', product_offering_qualification_item_id: '2', enni_2: 'A' };
    expect((await create(ids.cartId, values)).status).toBe(201);
    expect(requests('createLine')).toBe(1);
  });
});

describe('a server that shows keys and refuses them', () => {
  it.each(['all', 'first', 'none'] as const)(
    'is sent a contact without them (names %s)',
    async (complaints) => {
      const { readLine, save, ids, kept, requests } = withLine({
        contactKeys: 'more',
        unknownKeys: 'refused',
        reads: 'both-spellings',
        complaints,
      });
      const {
        related_contact_information: [site],
      } = await readLine(ids.lineId);
      if (!site) throw new Error('No contact came');
      for (const city of ['Rouen', 'Caen']) {
        const answer = await save(ids, { related_contact_information: [{ ...site, city }] });
        expect(answer.status).toBe(200);
      }
      expect(kept().related_contact_information).toMatchObject([{ city: 'Caen' }]);
      expect(requests('updateLine')).toBe(3);
    },
  );
});

describe('a server that refuses null', () => {
  const dialect = { nulls: 'refused', empties: 'null' } as const;

  it('has a number and a date emptied with ""', async () => {
    const { save, ids, kept, requests } = withLine(dialect, { scheduled_delivery_date: '2026-12-24' });
    expect((await save(ids, { vlan_reference: '', scheduled_delivery_date: '' })).status).toBe(200);
    expect(kept()).toMatchObject({ vlan_reference: '', scheduled_delivery_date: '' });
    expect(requests('updateLine')).toBe(2);
  });

  it('takes a contact with empty fields', async () => {
    const { readLine, save, ids, kept, requests } = withLine(dialect);
    const {
      related_contact_information: [site],
    } = await readLine(ids.lineId);
    if (!site) throw new Error('No contact came');
    await save(ids, { related_contact_information: [{ ...site, city: 'Rouen', latitude: '' }] });
    await save(ids, { related_contact_information: [{ ...site, city: 'Caen' }] });
    expect(kept().related_contact_information).toMatchObject([{ city: 'Caen', building_name: '' }]);
    expect(requests('updateLine')).toBe(3);
  });
});

describe('a server that leaves empty fields out', () => {
  it('has a detail with every promised field', async () => {
    const { readLine, ids } = withLine({ empties: 'left-out' }, { specific_request: '' });
    const { returned } = await readLine(ids.lineId);
    expect(returned).toContain('note');
    expect(returned).not.toContain('specific_request');
  });

  it('has an unpromised field once it has shown it', async () => {
    const { api, readLine, ids } = withLine({ empties: 'left-out' });
    const { lineId } = api.given(aCart({ lines: [aLine({ specific_request: 'Ring twice' })] }));
    await readLine(lineId);
    expect((await readLine(ids.lineId)).returned).toContain('specific_request');
  });
});

/** The next detail of a line comes without any reference. */
function hideReferences({ faults }: MockApi, lineId: string): void {
  const reshape = (body: unknown) => ({
    ...(isWireObject(body) ? body : {}),
    order_reference: '',
    temporary_reference: '',
  });
  faults.next({ operation: 'readLine', lineId }, { reshape });
}

describe('a line without its cart', () => {
  const dialect = { lineCart: 'left-out' } as const;

  it('is found by the way there, without a request', async () => {
    const { list, readLine, ids, requests } = withLine(dialect);
    await list();
    expect((await readLine(ids.lineId)).product_order_id).toBe(ids.cartId);
    expect(requests('listLines')).toBe(1);
  });

  it('is found by its reference', async () => {
    const { readLine, ids, requests } = withLine(dialect);
    expect((await readLine(ids.lineId)).product_order_id).toBe(ids.cartId);
    await readLine(ids.lineId);
    expect(requests('listLines')).toBe(1);
  });

  it('is found by its name when it has no reference', async () => {
    const { api, readLine, ids } = withLine(dialect);
    hideReferences(api, ids.lineId);
    expect((await readLine(ids.lineId)).product_order_id).toBe(ids.cartId);
  });

  it('is found by its creation when it has no name either', async () => {
    const { api, readLine, ids } = withLine(dialect, { customer_order_name: '', end_customer_name: '' });
    hideReferences(api, ids.lineId);
    expect((await readLine(ids.lineId)).product_order_id).toBe(ids.cartId);
  });

  it('is known in its cart', async () => {
    const server = withLine(dialect);
    const { lines } = await server.readCart(server.ids.cartId);
    expect(lines).toMatchObject([{ value: { product_order_id: server.ids.cartId } }]);
  });
});

describe('a server that changes its mind', () => {
  it('costs one failed request for a list', async () => {
    const server = withLines(60, { paging: 'page', unknownQuery: 'refused' });
    await server.list();
    server.api.changeDialect({ paging: 'offset', list: 'items-count', pages: 'at-most-25' });
    server.api.ledger.clear();
    expect((await server.list()).rows).toHaveLength(25);
    expect(server.api.ledger.of('listLines').filter(({ status }) => status !== 200)).toHaveLength(1);
  });

  it('costs one failed request for a save', async () => {
    const server = withLine({ spelling: 'examples', reads: 'own-spelling', unknownKeys: 'refused' });
    await server.save(server.ids, { enni_2: 'A' });
    server.api.changeDialect({ spelling: 'tables' });
    server.api.ledger.clear();
    expect((await server.save(server.ids, { enni_2: 'B' })).status).toBe(200);
    expect(server.api.ledger.of('updateLine').map(({ status }) => status)).toEqual([400, 200]);
    expect(server.kept().enni_2).toBe('B');
  });
});

describe('a write', () => {
  it.each([500, 502, 504])('with the unknown outcome %i is not sent again', async (status) => {
    const { api, save, ids, requests } = withLine({ nulls: 'refused' });
    api.faults.next({ operation: 'updateLine' }, { answer: { status, body: { vlan_reference: ['null'] } } });
    await save(ids, { vlan_reference: '' });
    expect(requests('updateLine')).toBe(1);
  });

  it('refused by a page of HTML is not sent again', async () => {
    const { api, save, ids, requests } = withLine({ nulls: 'refused' });
    api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body: '<h1>Bad request</h1>' } });
    await save(ids, { vlan_reference: '' });
    expect(requests('updateLine')).toBe(1);
  });

  it.each(['confirmCart', 'deleteCart'] as const)('%s is sent once', async (operation) => {
    const { api, call, ids, requests } = withLine({});
    api.faults.next({ operation }, { answer: { status: 400, body: { detail: 'No.' } } });
    await call(operation, { cartId: ids.cartId });
    expect(requests(operation)).toBe(1);
  });
});

describe('the profile', () => {
  it('outlives the process', async () => {
    const storage = profileStorage(createMemoryState());
    const first = serverOf({ paging: 'page', unknownQuery: 'refused' }, storage);
    await first.list();
    const second = serverOf({ paging: 'page', unknownQuery: 'refused' }, storage);
    await second.list();
    expect(second.requests('listLines')).toBe(1);
  });

  it('of another API is not used', async () => {
    const state = createMemoryState();
    const other = createProfileMemory('http://other.test', () => 1, profileStorage(state));
    other.learn({ vlan: 'text' }, 'set', { operation: null, status: null });
    await other.reread();
    const storage = profileStorage(state);
    const { memory } = serverOf({}, storage);
    await memory.ready;
    expect(memory.profile()).toEqual({});
  });

  it('of one instance is known to the other after a refusal', async () => {
    const { one, other } = await twoInstances({ paging: 'offset', queryComplaints: 'none' });
    await one.list({ page: 2 });
    expect(one.requests('listLines')).toBe(3);
    await other.list({ page: 2 });
    expect(other.requests('listLines')).toBe(2);
  });

  it('of one instance is known to a save at the other', async () => {
    const dialect = { spelling: 'examples', reads: 'own-spelling', unknownKeys: 'refused' } as const;
    const { one, other } = await twoInstances({
      ...dialect,
      complaints: 'first',
      vlan: 'text',
      vlanTaken: 'own',
    });
    one.memory.learn({ vlan: 'text', enni_2: 'enni2' }, 'worked', { operation: null, status: 200 });
    const { cartId, lineId } = other.api.given(aCart({ lines: [aLine()] }));
    const saved = await other.save({ cartId, lineId }, { enni_2: 'A', vlan_reference: '12' });
    expect(saved.status).toBe(200);
    expect(other.requests('updateLine')).toBe(2);
  });

  it('is read again by the other after some seconds', async () => {
    const { one, other, clock } = await twoInstances();
    await one.list();
    clock.at += 6000;
    other.memory.keepFresh();
    await other.memory.reread();
    await other.list();
    expect(other.requests('listLines')).toBe(1);
  });

  it('keeps what two instances learn at the same time', async () => {
    const { one, other } = await twoInstances();
    const lesson = { operation: null, status: 200 };
    one.memory.learn({ vlan: 'text', detail_fields: 'specific_request' }, 'worked', lesson);
    other.memory.learn({ nulls: 'refused', detail_fields: 'siret_known' }, 'worked', lesson);
    one.memory.forget('nulls');
    await Promise.all([one.memory.reread(), other.memory.reread()]);
    await one.memory.reread();
    await other.memory.reread();
    expect(one.memory.profile()).toEqual(other.memory.profile());
    expect(one.memory.profile().vlan).toBe('text');
    expect(one.memory.profile().detail_fields).toContain('siret_known');
    expect(one.memory.profile().detail_fields).toContain('specific_request');
  });
});

/** Two gateways before servers of one kind, with one state. */
async function twoInstances(choices: Partial<Dialect> = { paging: 'page' }) {
  const clock = { at: 0 };
  const state = { ...createMemoryState(), isShared: true };
  const storage = profileStorage(state);
  const dialect: Partial<Dialect> = { unknownQuery: 'refused', ...choices };
  const [one, other] = [
    serverOf(dialect, storage, () => clock.at),
    serverOf(dialect, storage, () => clock.at),
  ];
  await Promise.all([one.memory.ready, other.memory.ready]);
  return { clock, one, other };
}
