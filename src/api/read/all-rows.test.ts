import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { readAllCarts, readAllLines, type ReadingProgress } from './all-rows';
import { createQueryClient } from '~/api/transport/query-client';
import { connectTo } from '~/api/testing/stand-in-network';

const EVERYTHING = { filters: {}, page: 7, pageSize: 50 };

/** An API with so many carts of one line each. */
function sandbox(count: number, dialect: MockApiOptions['dialect'] = {}) {
  const api = createMockApi({ dialect });
  const given = Array.from({ length: count }, () => api.given(aCart({ lines: [aLine()] })));
  return { api, given, left: connectTo(api) };
}

/** Serves lines numbered from 1 to `count`; `answer` makes the response to a query. */
function numberedLines(count: number, answer: (rows: object[], asked: URLSearchParams) => Response) {
  const rows = Array.from({ length: count }, (_, index) => ({ id: `L${index + 1}` }));
  return connectTo({ fetch: async (request) => answer(rows, new URL(request.url).searchParams) });
}

/** The part of the rows that the page stands for, by the server's own size. */
function pageOf(rows: object[], asked: URLSearchParams, largest = Infinity): object[] {
  const size = Math.min(Number(asked.get('page_size')), largest);
  const start = (Number(asked.get('page')) - 1) * size;
  return rows.slice(start, start + size);
}

/** Reads all lines; gives the ids, the progress reports and the totals. */
async function readLines(query = EVERYTHING, signal = new AbortController().signal) {
  const told: ReadingProgress[] = [];
  const onProgress = (progress: ReadingProgress) => told.push(progress);
  const all = await readAllLines(createQueryClient(), query, { signal, onProgress });
  return { ...all, told, ids: all.rows.map((row) => (row.ok ? row.value.id : `? ${row.id}`)) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => `L${index + 1}`);

afterEach(() => {
  vi.useRealTimers();
});

const ENVELOPES = ['count-results', 'items-count', 'bare', 'bare-with-total'] as const;

describe.each(ENVELOPES)('a whole list that comes as %s', (list) => {
  it('of lines is read to its end, each line once', async () => {
    const { given } = sandbox(450, { list });
    const { ids, told } = await readLines();
    expect(ids.toSorted()).toEqual(given.map(({ lineId }) => lineId).toSorted());
    expect(told.at(-1)?.read).toBe(450);
  });

  it('of carts is read to its end', async () => {
    const { given } = sandbox(450, { list });
    const reading = { signal: new AbortController().signal, onProgress: () => undefined };
    const { rows } = await readAllCarts(createQueryClient(), EVERYTHING, reading);
    const ids = rows.map((row) => (row.ok ? row.value.id : ''));
    expect(ids.toSorted()).toEqual(given.map(({ cartId }) => cartId).toSorted());
  });

  it('of nothing is empty', async () => {
    sandbox(0, { list });
    expect((await readLines()).rows).toEqual([]);
  });
});

describe('reading a whole list', () => {
  it('begins at the first page with filters and sort', async () => {
    const { api } = sandbox(450);
    const query = { ...EVERYTHING, filters: { state: 'created' }, search: 'a', sort: '-creation_date' };
    await readLines(query);
    expect(api.ledger.entries[0]?.query).toMatchObject({
      state: 'created',
      search: 'a',
      sort: '-creation_date',
      page: '1',
      offset: '0',
    });
  });

  it('tells how far it has come', async () => {
    sandbox(450);
    expect((await readLines()).told).toEqual([
      { read: 200, total: 450 },
      { read: 400, total: 450 },
      { read: 450, total: 450 },
    ]);
  });

  it("goes on by the server's own page size", async () => {
    const left = numberedLines(250, (rows, asked) =>
      Response.json({ count: 250, results: pageOf(rows, asked, 100) }),
    );
    expect((await readLines()).ids).toEqual(upTo(250));
    const second = new URL(left[1]?.url ?? '').searchParams;
    expect([second.get('page'), second.get('offset')]).toEqual(['2', '100']);
  });

  it('asks for a smaller page after a refusal', async () => {
    numberedLines(120, (rows, asked) =>
      Number(asked.get('page_size')) > 100
        ? Response.json({ detail: 'too large' }, { status: 422 })
        : Response.json({ items: pageOf(rows, asked) }),
    );
    expect((await readLines()).ids).toEqual(upTo(120));
  });

  it.each([
    ['an empty page', () => Response.json({ items: [] })],
    ['no such page', () => Response.json({ detail: 'Invalid page.' }, { status: 404 })],
  ])('without a total ends at %s', async (_, end) => {
    numberedLines(400, (rows, asked) => {
      const items = pageOf(rows, asked);
      return items.length > 0 ? Response.json({ items }) : end();
    });
    expect(await readLines()).toMatchObject({ ids: upTo(400), totalAtStart: null, totalAtEnd: null });
  });

  it('fails when a page that was promised is not there', async () => {
    numberedLines(400, (rows, asked) =>
      asked.get('page') === '1'
        ? Response.json({ results: pageOf(rows, asked), next: 'http://api.test/?page=2' })
        : Response.json({ detail: 'Invalid page.' }, { status: 404 }),
    );
    await expect(readLines()).rejects.toMatchObject({ kind: 'not-found' });
  });

  it.each([120, 350])('ends when a server gives all %i rows at once', async (count) => {
    const left = numberedLines(count, (rows) =>
      Response.json({ items: rows, next: 'http://api.test/?page=2' }),
    );
    expect((await readLines()).ids).toEqual(upTo(count));
    expect(left).toHaveLength(2);
  });

  it('asks once for a bare list that is whole', async () => {
    const left = numberedLines(350, (rows) => Response.json(rows));
    expect((await readLines()).ids).toEqual(upTo(350));
    expect(left).toHaveLength(1);
  });

  it('reads a bare list that is paged to its end', async () => {
    numberedLines(250, (rows, asked) => Response.json(pageOf(rows, asked, 100)));
    expect((await readLines()).ids).toEqual(upTo(250));
  });

  it('has a line once that moved between pages', async () => {
    const pages = [
      { count: 201, next: 'x', results: upTo(200).map((id) => ({ id })) },
      { count: 202, next: null, results: [{ id: 'L200' }, { id: 'L201' }] },
    ];
    connectTo({ fetch: async () => Response.json(pages.shift()) });
    expect(await readLines()).toMatchObject({ ids: upTo(201), totalAtStart: 201, totalAtEnd: 202 });
  });

  it('keeps rows that cannot be read, each of them', async () => {
    const results = [{ id: 'L1' }, { note: 'no id' }, 'odd', null, null];
    connectTo({ fetch: async () => Response.json({ count: 5, results }) });
    expect((await readLines()).ids).toEqual(['L1', '? ', '? ', '? ', '? ']);
  });
});

describe('a page that fails', () => {
  it('is tried twice more, and the reading goes on', async () => {
    vi.useFakeTimers();
    const { api, left } = sandbox(250);
    api.faults.next({ operation: 'listLines', times: 2 }, { answer: { status: 502 } });
    const reading = readLines();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await reading).rows).toHaveLength(250);
    expect(left).toHaveLength(2 + 2);
  });

  it('for good fails the reading', async () => {
    vi.useFakeTimers();
    const { api, left } = sandbox(250);
    api.faults.next({ operation: 'listLines', times: 3 }, { answer: { status: 502 } });
    const [outcome] = await Promise.allSettled([readLines(), vi.advanceTimersByTimeAsync(5_000)]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'fault', status: 502 } });
    expect(left).toHaveLength(3);
  });

  it('after too many requests waits as the API says', async () => {
    vi.useFakeTimers();
    const { api, left } = sandbox(50);
    const slowDown = { answer: { status: 429, headers: { 'retry-after': '10' } } };
    api.faults.next({ operation: 'listLines', times: 2 }, slowDown);
    const reading = readLines();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(left).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await reading).rows).toHaveLength(50);
    expect(left).toHaveLength(3);
  });

  it("waits for our gateway's own limits too", async () => {
    vi.useFakeTimers();
    const { api, left } = sandbox(50);
    for (const [status, code] of [
      [429, 'own_limit'],
      [503, 'busy'],
    ] as const) {
      const answer = { status, headers: { 'retry-after': '2' }, body: { code, acted: 'no' } };
      api.faults.next({ operation: 'listLines' }, { answer });
    }
    const reading = readLines();
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await reading).rows).toHaveLength(50);
    expect(left).toHaveLength(3);
  });

  it('with an hour to wait is not waited for', async () => {
    const { api } = sandbox(50);
    const slowDown = { answer: { status: 429, headers: { 'retry-after': '3600' } } };
    api.faults.next({ operation: 'listLines' }, slowDown);
    await expect(readLines()).rejects.toMatchObject({ kind: 'busy' });
  });
});

describe('a reading that is cancelled', () => {
  it('stops the request that is under way', async () => {
    const left = connectTo({ fetch: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const reading = readLines(EVERYTHING, controller.signal);
    await vi.waitFor(() => expect(left).toHaveLength(1));
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(left[0]?.signal.aborted).toBe(true);
  });

  it.each([
    ['the pause before another try', { status: 502 }],
    ['the wait that the API asked for', { status: 429, headers: { 'retry-after': '30' } }],
  ])('ends %s', async (_, answer) => {
    vi.useFakeTimers();
    const { api, left } = sandbox(50);
    api.faults.next({ operation: 'listLines' }, { answer });
    const controller = new AbortController();
    const reading = readLines(EVERYTHING, controller.signal);
    await vi.advanceTimersByTimeAsync(50);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(left).toHaveLength(1);
  });

  it('asks for nothing when it was cancelled before it began', async () => {
    const { left } = sandbox(50);
    await expect(readLines(EVERYTHING, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(left).toEqual([]);
  });
});

it('a reading of everything leaves nothing in the cache', async () => {
  vi.useFakeTimers();
  sandbox(450);
  const client = createQueryClient();
  const reading = { signal: new AbortController().signal, onProgress: () => undefined };
  const all = readAllLines(client, EVERYTHING, reading);
  await vi.advanceTimersByTimeAsync(100);
  expect((await all).rows).toHaveLength(450);
  expect(client.getQueryCache().getAll()).toEqual([]);
});
