import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyLineValues, type LineValues } from '~/contract/order-line';
import { matchOperation, type OperationName } from '~/contract/operations';
import type { Batch } from '~/domain/batches/batch';
import { batchStatus, batchTotals } from '~/domain/batches/batch-totals';
import type { BatchPlan } from '~/domain/batches/start-batch';
import { createRateLimit } from '~/gateway/http/rate-limit';
import { createGatewayInProcess } from '~/gateway/in-process';
import { createMockApi } from '~/mock-api/create-mock-api';
import { ConnectionCut } from '~/mock-api/http/faults';
import { aCart, aLine, type GivenLine } from '~/mock-api/store/given';
import { signInGate } from '~/api/session/sign-in-gate';
import { connectTo, goOffline } from '~/api/testing/stand-in-network';
import { Batches } from './batches';

// Time passes where the page waits, and nowhere else.
vi.mock('~/api/transport/pause', () => ({
  pause: async (milliseconds: number) => {
    vi.setSystemTime(Date.now() + milliseconds);
  },
}));
// Each test has one tab at a time.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Hundreds of rows on a busy machine. */
const SLOW = 120_000;

/** Of one person at the gateway. */
const WRITES = { perSecond: 2, burst: 10 };

interface Call {
  readonly operation: OperationName;
  readonly bytes: number;
}

/** The API behind a gateway with the limit of a person, and a disk; `visit` opens the page anew. */
function openDesk(given: readonly GivenLine[] = []) {
  const api = createMockApi({});
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: given }));
  const calls: Call[] = [];
  let refused = 0;
  let created = 0;
  /** Called when the API has carried out a creation, with its number. */
  const on: { created: (count: number) => void } = { created: () => undefined };
  const gateway = createGatewayInProcess(async (request) => {
    const operation = matchOperation(request.method, new URL(request.url).pathname)?.name;
    const answer = await api.fetch(request);
    if (!operation) return answer;
    calls.push({ operation, bytes: (await answer.clone().text()).length });
    if (operation === 'createLine') on.created((created += 1));
    return answer;
  });
  const takeWrite = createRateLimit(WRITES, () => Date.now());
  const connect = () =>
    connectTo(
      {
        fetch: async (request) => {
          const { pathname } = new URL(request.url);
          const isWrite = request.method !== 'GET' && pathname.startsWith('/api/');
          const seconds = isWrite ? takeWrite('ann') : 0;
          if (seconds > 0) {
            refused += 1;
            const headers = { 'Retry-After': String(seconds) };
            return Response.json({ code: 'own_limit', acted: 'no', id: 'r' }, { status: 429, headers });
          }
          const answer = await gateway(request);
          if (pathname !== '/auth/session') return answer;
          return Response.json(Object.assign({}, await answer.json(), { writesPerSecond: WRITES.perSecond }));
        },
      },
      'gateway',
    );
  const disk = new Map<string, { head: string; rows: string[] }>();
  const visit = () => {
    connect();
    let isAlive = true;
    const batches = new Batches({
      journal: {
        write: async (id, { head, rows }) => {
          if (!isAlive) throw new Error('The page has ended');
          const stored = disk.get(id) ?? { head: '', rows: [] };
          if (head) stored.head = JSON.stringify(head);
          for (const [index, row] of rows) stored.rows[index] = JSON.stringify(row);
          disk.set(id, stored);
        },
        read: async (id) => {
          const stored = disk.get(id);
          const parse = (text: string): unknown => JSON.parse(text);
          return stored ? { head: parse(stored.head), rows: stored.rows.map(parse) } : null;
        },
        ids: async () => [...disk.keys()],
      },
      onCreated: () => undefined,
      onEnd: () => undefined,
    });
    return { batches, kill: () => void (isAlive = false) };
  };
  return {
    api,
    cartId,
    calls,
    on,
    visit,
    refused: () => refused,
    lines: () => api.store.cart(cartId).lines,
    countOf: (operation: OperationName) => calls.filter((call) => call.operation === operation).length,
  };
}

const aRow = (number: number, changes: Partial<LineValues> = {}): BatchPlan['rows'][number] => ({
  values: {
    ...emptyLineValues(),
    product_offering_id: '2173',
    product_offering_qualification_item_id: 'd5a4a9aa-ba2c-4f53-95c7-0c1ce6f6e7fa',
    external_id: `SITE-${number}`,
    end_customer_name: `Client ${number}`,
    ...changes,
  },
  copied: null,
  rejections: {},
});
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => aRow(index + 1));

function importInto(cartId: string, rows: BatchPlan['rows']): BatchPlan {
  const cart = { external_id: 'CDE-1', project_id: '' };
  return { kind: 'import', cartId, cart, source: { cartId: '', name: 'sites.xlsx' }, rows };
}

/** The batch once it does not run any more. */
async function rested(batches: Batches, id: string): Promise<Batch> {
  return vi.waitFor(
    () => {
      const view = batches.all()?.find(({ batch }) => batch.id === id);
      if (!view || view.runs !== null) throw new Error('It runs');
      return view.batch;
    },
    { timeout: 120_000, interval: 5 },
  );
}

async function run(desk: ReturnType<typeof openDesk>, rows: BatchPlan['rows']) {
  const { batches } = desk.visit();
  const id = await batches.begin(importInto(desk.cartId, rows));
  return { batches, id, batch: await rested(batches, id) };
}

describe('a batch for a cart that is there', () => {
  it('creates its rows and no cart', async () => {
    const desk = openDesk([aLine()]);
    const { batch } = await run(desk, rowsOf(3));
    expect(batchStatus(batch, false).kind).toBe('done');
    expect(batchTotals(batch)).toMatchObject({ created: 3, rows: 3, addsUp: true });
    expect(desk.lines()).toHaveLength(4);
    expect(desk.countOf('createCart')).toBe(0);
  });

  it('does not create a row that the cart has', async () => {
    const desk = openDesk();
    await run(desk, rowsOf(3));
    const { batch } = await run(desk, [...rowsOf(3), aRow(4)]);
    expect(batchTotals(batch)).toMatchObject({ present: 3, created: 1 });
    expect(desk.lines()).toHaveLength(4);
  });

  it('makes two lines of two equal rows', async () => {
    const desk = openDesk();
    const { batch } = await run(desk, [aRow(1), aRow(1)]);
    expect(batchTotals(batch)).toMatchObject({ created: 2, addsUp: true });
    expect(desk.lines()).toHaveLength(2);
  });
});

describe('the cost of a batch', () => {
  it('grows with its rows and not with their square', { timeout: SLOW }, async () => {
    const costOf = async (count: number) => {
      const desk = openDesk();
      const { batch } = await run(desk, rowsOf(count));
      expect(batchTotals(batch).created).toBe(count);
      const readings = desk.countOf('readCart');
      expect(readings).toBeLessThanOrEqual(10);
      expect(desk.calls.length - readings).toBeLessThanOrEqual(2 * count);
      return desk.calls.reduce((sum, { bytes }) => sum + bytes, 0);
    };
    const [small, large] = [await costOf(50), await costOf(500)];
    expect(large).toBeLessThanOrEqual(1.5 * 10 * small);
  });

  it('stays within the limit of the person', { timeout: SLOW }, async () => {
    const desk = openDesk();
    const { batch } = await run(desk, rowsOf(200));
    expect(batchTotals(batch)).toMatchObject({ created: 200, failed: 0 });
    expect(desk.refused()).toBe(0);
  });
});

describe('an interrupted batch', () => {
  it('goes on to exactly 500 lines', { timeout: SLOW }, async () => {
    const desk = openDesk();
    const first = desk.visit();
    desk.on.created = (count) => {
      if (count === 80) goOffline();
    };
    const id = await first.batches.begin(importInto(desk.cartId, rowsOf(500)));
    expect(await rested(first.batches, id)).toMatchObject({ pause: 'network' });

    const second = desk.visit();
    desk.on.created = (count) => {
      if (count !== 200) return;
      second.kill();
      throw new ConnectionCut();
    };
    await second.batches.ready();
    await second.batches.goOn(id);
    expect(desk.lines()).toHaveLength(200);

    const third = desk.visit();
    desk.on.created = (count) => {
      if (count === 300) signInGate.begin();
    };
    await third.batches.ready();
    await third.batches.goOn(id);
    expect(await rested(third.batches, id)).toMatchObject({ pause: 'sign-in' });
    signInGate.end(true);
    await third.batches.goOn(id);
    const batch = await rested(third.batches, id);
    expect(batchTotals(batch)).toMatchObject({ created: 500, rows: 500, addsUp: true });
    expect(batchStatus(batch, false).kind).toBe('done');
    expect(new Set(desk.lines().map(({ content }) => content.values.external_id)).size).toBe(500);
    expect(desk.lines()).toHaveLength(500);
  });

  it('makes no line twice where answers are lost', async () => {
    const desk = openDesk();
    desk.on.created = (count) => {
      if (count % 7 === 0) throw new ConnectionCut();
    };
    const rows = [
      ...rowsOf(20),
      aRow(1),
      aRow(2),
      aRow(30, { external_id: '' }),
      aRow(30, { external_id: '' }),
    ];
    const { batch } = await run(desk, rows);
    expect(batchTotals(batch)).toMatchObject({ created: 24, addsUp: true });
    expect(desk.lines()).toHaveLength(24);
  });

  it('sends nothing where the browser stores nothing', async () => {
    const desk = openDesk();
    const { batches, kill } = desk.visit();
    kill();
    await expect(batches.begin(importInto(desk.cartId, rowsOf(3)))).rejects.toThrow('The page has ended');
    expect(desk.countOf('createLine')).toBe(0);
  });
});

describe('a cart that takes no more lines', () => {
  it.each([
    [
      'confirmed',
      'cart-confirmed',
      ({ api, cartId }: ReturnType<typeof openDesk>) => {
        for (const { id } of api.store.cart(cartId).lines)
          api.store.changeLine(id, { status: { state: 'in_progress' } });
        api.store.cart(cartId).state = 'in_progress';
      },
    ],
    [
      'gone',
      'cart-gone',
      ({ api, cartId }: ReturnType<typeof openDesk>) => {
        api.store.removeCart(cartId);
      },
    ],
  ] as const)('pauses the batch when it is %s, and skips the rest', async (why, skipped, end) => {
    const desk = openDesk();
    desk.on.created = (count) => {
      if (count === 4) end(desk);
    };
    const { batches, id, batch } = await run(desk, rowsOf(30));
    expect(batch.pause).toBe(why);
    expect(batchTotals(batch)).toMatchObject({ created: 4, waiting: 26, failed: 0 });
    await batches.goOn(id);
    const ended = await rested(batches, id);
    expect(batchTotals(ended)).toMatchObject({ created: 4, skipped: 26, failed: 0, addsUp: true });
    expect(ended.rows[29]?.state).toEqual({ kind: 'skipped', why: skipped });
    expect(batchStatus(ended, false).kind).toBe('done');
  });
});

describe('an undone batch', () => {
  it('leaves the line that a colleague changed, and every other', async () => {
    const desk = openDesk([aLine({ external_id: 'OTHER' })]);
    const { batches, id } = await run(desk, rowsOf(60));
    const edited = desk.lines().find(({ content }) => content.values.external_id === 'SITE-30');
    if (edited) edited.content.values.note = 'Changed by a colleague';
    await batches.undo(id);
    const batch = await rested(batches, id);
    expect(batchTotals(batch)).toMatchObject({ removed: 59, created: 1, rows: 60, addsUp: true });
    expect(batch.rows[29]?.state).toMatchObject({ kind: 'created', stays: 'changed' });
    expect(batchStatus(batch, false).kind).toBe('undone');
    expect(desk.lines().map(({ content }) => content.values.external_id)).toEqual(['OTHER', 'SITE-30']);
  });

  it('is paused where a line was ordered since', async () => {
    const desk = openDesk();
    await run(desk, rowsOf(1));
    const { batches, id } = await run(desk, rowsOf(3));
    const last = desk.lines().at(-1);
    if (last) desk.api.store.changeLine(last.id, { status: { state: 'acknowledged' } });
    await batches.undo(id);
    const batch = await rested(batches, id);
    expect(batch.pause).toBe('confirmed');
    expect(desk.lines()).toHaveLength(3);
  });
});

describe('a stopped batch', () => {
  it('skips the rows that wait', async () => {
    const desk = openDesk();
    const { batches } = desk.visit();
    desk.on.created = (count) => {
      if (count === 2) void batches.pause(id);
    };
    const id = await batches.begin(importInto(desk.cartId, rowsOf(5)));
    expect((await rested(batches, id)).pause).toBe('person');
    await batches.stop(id);
    const batch = await rested(batches, id);
    expect(batchStatus(batch, false).kind).toBe('stopped');
    expect(batchTotals(batch)).toMatchObject({ created: 2, skipped: 3, addsUp: true });
  });
});
