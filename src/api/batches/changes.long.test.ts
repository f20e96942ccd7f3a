import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrderLine } from '~/contract/order-line';
import { matchOperation, type OperationName } from '~/contract/operations';
import type { Batch } from '~/domain/batches/batch';
import { batchStatus, batchTotals, canGoOn, canUndo } from '~/domain/batches/batch-totals';
import type { LineAction } from '~/domain/changes/line-actions';
import { planChanges } from '~/domain/changes/plan-changes';
import { createGatewayInProcess } from '~/gateway/in-process';
import { createMockApi } from '~/mock-api/create-mock-api';
import { ConnectionCut } from '~/mock-api/http/faults';
import { aCart, aLine, type GivenLine } from '~/mock-api/store/given';
import { fetchLine } from '~/api/read/order-lines';
import { dice, rounds } from '~e2e/long-trial';
import { connectTo } from '~/api/testing/stand-in-network';
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

const NOTE: LineAction = { kind: 'set', field: 'note', value: 'Ours' };
/** Many rounds on a busy machine. */
const SLOW = 300_000;

/** Two carts of drafts behind a gateway, and a disk; `visit` opens the page anew. */
function openDesk(given: readonly GivenLine[]) {
  const api = createMockApi({});
  const half = Math.ceil(given.length / 2);
  const ids = [given.slice(0, half), given.slice(half)].flatMap(
    (lines) => api.given(aCart({ lines })).lineIds,
  );
  /** Called before and after the API acts on a request. */
  const on: Record<'before' | 'after', (operation: OperationName) => void> = {
    before: () => undefined,
    after: () => undefined,
  };
  const gateway = createGatewayInProcess(async (request) => {
    const operation = matchOperation(request.method, new URL(request.url).pathname)?.name;
    if (operation) on.before(operation);
    const answer = await api.fetch(request);
    if (operation) on.after(operation);
    return answer;
  });
  const disk = new Map<string, { head: string; rows: string[] }>();
  const visit = () => {
    connectTo({ fetch: gateway }, 'gateway');
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
  const valuesOf = (index: number) => api.store.line(ids[index]).content.values;
  const change = (index: number, values: Parameters<typeof api.store.changeLine>[1]['values']) =>
    api.store.changeLine(ids[index] ?? '', { values: values ?? {} });
  return { api, ids, on, visit, valuesOf, change, patches: () => api.ledger.of('updateLine') };
}

type Desk = ReturnType<typeof openDesk>;
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => aLine({ external_id: `SITE-${index + 1}`, note: 'Before' }));

async function planned(desk: Desk, actions: readonly LineAction[] = [NOTE]) {
  const lines: OrderLine[] = [];
  for (const id of desk.ids) lines.push(await fetchLine(id));
  const rows = planChanges(lines, actions).changed.map(({ line, values }) => ({
    values,
    change: { lineId: line.id, cartId: line.product_order_id, base: line },
  }));
  return { fields: 'Note', rows };
}

/** The batch once it does not run any more. */
async function rested(batches: Batches, id: string): Promise<Batch> {
  return vi.waitFor(
    () => {
      const view = batches.all()?.find(({ batch }) => batch.id === id);
      if (!view || view.runs !== null) throw new Error('It runs');
      return view.batch;
    },
    { timeout: SLOW, interval: 2 },
  );
}

/** Plans, lets a colleague act, and applies. */
async function applied(desk: Desk, actions?: readonly LineAction[], meanwhile: () => void = () => undefined) {
  const { batches } = desk.visit();
  const plan = await planned(desk, actions);
  meanwhile();
  const id = await batches.beginChanges(plan);
  return { batches, id, batch: await rested(batches, id) };
}

describe('a batch of changes', () => {
  it('changes each line of several carts once', async () => {
    const desk = openDesk(linesOf(12));
    const { batch } = await applied(desk);
    expect(batchStatus(batch, false).kind).toBe('done');
    expect(batchTotals(batch)).toMatchObject({ changed: 12, rows: 12, addsUp: true });
    expect(desk.patches().map(({ body }) => body)).toEqual(
      Array.from({ length: 12 }, () => ({ note: 'Ours' })),
    );
    expect(desk.valuesOf(11).note).toBe('Ours');
  });

  it('sends nothing where the value is there meanwhile', async () => {
    const desk = openDesk(linesOf(2));
    const { batch } = await applied(desk, [NOTE], () => desk.change(0, { note: 'Ours' }));
    expect(batchTotals(batch)).toMatchObject({ unchanged: 1, changed: 1 });
    expect(desk.patches()).toHaveLength(1);
  });

  it("keeps a colleague's change of another field", async () => {
    const desk = openDesk(linesOf(2));
    const { batch } = await applied(desk, [NOTE], () => desk.change(0, { enni: 'AZ777777' }));
    expect(batchTotals(batch)).toMatchObject({ changed: 2 });
    expect(desk.valuesOf(0)).toMatchObject({ note: 'Ours', enni: 'AZ777777' });
    expect(desk.patches()[0]?.body).toEqual({ note: 'Ours' });
  });

  it('skips a line that was confirmed or deleted meanwhile', async () => {
    const desk = openDesk(linesOf(4));
    const { batch } = await applied(desk, [NOTE], () => {
      desk.api.store.changeLine(desk.ids[0] ?? '', { status: { state: 'in_progress' } });
      desk.api.store.removeLine(desk.ids[1] ?? '');
    });
    expect(batch.rows.slice(0, 2).map(({ state }) => state)).toEqual([
      { kind: 'skipped', why: 'line-ordered' },
      { kind: 'skipped', why: 'line-gone' },
    ]);
    expect(batchTotals(batch)).toMatchObject({ changed: 2, skipped: 2, addsUp: true });
  });

  it('skips a line whose field a quote locked meanwhile', async () => {
    const desk = openDesk(linesOf(1));
    const code: LineAction = { kind: 'set', field: 'business_code', value: 'Z' };
    const { batch } = await applied(desk, [code, NOTE], () => desk.change(0, { quote_item_id: 'Q' }));
    expect(batch.rows[0]?.state).toEqual({ kind: 'skipped', why: 'locked' });
    expect(desk.patches()).toHaveLength(0);
  });

  it('sends refused rows again, and no others', async () => {
    const desk = openDesk(linesOf(5));
    const answer = { status: 422, body: { note: ['Too loud'] } };
    for (const id of desk.ids.slice(1, 3))
      desk.api.faults.next({ operation: 'updateLine', lineId: id }, { answer });
    const { batches, id, batch } = await applied(desk);
    expect(batchTotals(batch)).toMatchObject({ changed: 3, failed: 2, addsUp: true });
    expect(batch.rows[1]?.state).toMatchObject({ messages: [{ field: 'note', text: 'Too loud' }] });
    expect(canGoOn(batch)).toBe(true);
    await batches.goOn(id);
    expect(batchTotals(await rested(batches, id))).toMatchObject({ changed: 5, failed: 0 });
    expect(desk.patches()).toHaveLength(7);
  });

  it('proves a change whose answer is lost', async () => {
    const desk = openDesk(linesOf(6));
    let count = 0;
    desk.on.after = (operation) => {
      if (operation === 'updateLine' && (count += 1) % 2 === 0) throw new ConnectionCut();
    };
    const { batch } = await applied(desk);
    expect(batchTotals(batch)).toMatchObject({ changed: 6, addsUp: true });
    expect(desk.patches()).toHaveLength(6);
  });
});

describe('a field that a colleague changed too', () => {
  const conflict = async () => {
    const desk = openDesk(linesOf(3));
    const { batches, id, batch } = await applied(desk, [NOTE], () => desk.change(1, { note: 'Theirs' }));
    expect(batch.pause).toBe('to-decide');
    expect(canGoOn(batch)).toBe(false);
    expect(batchTotals(batch)).toMatchObject({ changed: 2, conflict: 1, addsUp: true });
    expect(desk.valuesOf(1).note).toBe('Theirs');
    return { desk, batches, id };
  };

  it('stays when a person says so', async () => {
    const { desk, batches, id } = await conflict();
    await batches.decideConflict(id, 1, new Map([['note', 'theirs']]));
    const batch = await rested(batches, id);
    expect(batch.rows[1]?.state).toEqual({ kind: 'skipped', why: 'theirs' });
    expect(batchStatus(batch, false).kind).toBe('done');
    expect(desk.valuesOf(1).note).toBe('Theirs');
  });

  it('is changed when a person says so', async () => {
    const { desk, batches, id } = await conflict();
    await batches.decideConflict(id, 1, new Map([['note', 'mine']]));
    expect(batchTotals(await rested(batches, id))).toMatchObject({ changed: 3, conflict: 0 });
    expect(desk.valuesOf(1).note).toBe('Ours');
  });

  it('is asked about again when it changed since', async () => {
    const { desk, batches, id } = await conflict();
    desk.change(1, { note: 'Theirs again' });
    await batches.decideConflict(id, 1, new Map([['note', 'mine']]));
    expect(batchTotals(await rested(batches, id))).toMatchObject({ changed: 2, conflict: 1 });
    expect(desk.valuesOf(1).note).toBe('Theirs again');
  });
});

describe('an undone batch of changes', () => {
  it('puts back what is still its own', async () => {
    const desk = openDesk(linesOf(4));
    const site: LineAction = { kind: 'set', field: 'related_contact_information.0.city', value: 'Rouen' };
    const { batches, id } = await applied(desk, [NOTE, site]);
    desk.change(1, { note: 'Theirs' });
    desk.change(2, { enni: 'AZ777777' });
    desk.api.store.changeLine(desk.ids[3] ?? '', { status: { state: 'in_progress' } });
    await batches.undo(id);
    const batch = await rested(batches, id);
    expect(batchStatus(batch, false).kind).toBe('undone');
    expect(batchTotals(batch)).toMatchObject({ reverted: 2, changed: 2, addsUp: true });
    expect(canUndo(batch)).toBe(false);
    const city = (index: number) => desk.valuesOf(index).related_contact_information[0]?.city;
    expect(desk.valuesOf(0).note).toBe('Before');
    expect([0, 1, 2, 3].map(city)).toEqual([
      'Mont-Saint-Aignan',
      'Mont-Saint-Aignan',
      'Mont-Saint-Aignan',
      'Rouen',
    ]);
    expect(desk.valuesOf(1).note).toBe('Theirs');
    expect(desk.valuesOf(2)).toMatchObject({ note: 'Before', enni: 'AZ777777' });
  });
});

describe('many rounds', () => {
  it('overwrite nothing of a second person', { timeout: SLOW }, async () => {
    for (const round of rounds({ whole: 50, sample: 5 })) {
      const roll = dice(round);
      const desk = openDesk(linesOf(6));
      const theirs = new Map<number, string>();
      const act = (operation: OperationName) => {
        // The gateway compares in the turn of the cart: nothing of a colleague comes between that and the write.
        if (operation === 'updateLine' || roll(5) > 0) return;
        const index = roll(6);
        // A change after ours is not ours to lose.
        if (desk.valuesOf(index).note === 'Ours') return;
        theirs.set(index, `Theirs ${roll(1000)}`);
        desk.change(index, { note: theirs.get(index) ?? '' });
      };
      const { batch } = await applied(desk, [NOTE], () => {
        desk.on.before = act;
      });
      desk.on.before = () => undefined;
      const lost = [...theirs].filter(([index, note]) => desk.valuesOf(index).note !== note);
      const decidable = batch.rows.filter(({ state }) => state.kind === 'conflict').length;
      expect({ round, lost, sum: batchTotals(batch).addsUp }).toEqual({ round, lost: [], sum: true });
      expect(batchTotals(batch).changed + decidable).toBe(batch.rowCount);
    }
  });

  it('of kills change every line once', { timeout: SLOW }, async () => {
    for (const round of rounds({ whole: 60, sample: 4 })) {
      const roll = dice(round);
      const desk = openDesk(linesOf(8));
      let page = desk.visit();
      const plan = await planned(desk);
      let left = roll(12) + 1;
      const killer = () => {
        left -= 1;
        if (left > 0) return;
        left = Infinity;
        page.kill();
        if (roll(2) === 0) throw new ConnectionCut();
      };
      desk.on[roll(2) === 0 ? 'before' : 'after'] = killer;
      const id = await page.batches.beginChanges(plan);
      await rested(page.batches, id);
      for (let visits = 0; visits < 4; visits += 1) {
        page = desk.visit();
        left = roll(20) + 1;
        await page.batches.ready();
        await page.batches.goOn(id);
      }
      desk.on.before = () => undefined;
      desk.on.after = () => undefined;
      page = desk.visit();
      await page.batches.ready();
      await page.batches.goOn(id);
      const batch = await rested(page.batches, id);
      expect({ round, ...batchTotals(batch) }).toMatchObject({ round, changed: 8, rows: 8, addsUp: true });
      const written = desk.patches().filter(({ status }) => status === 200);
      expect({ round, written: written.length }).toEqual({ round, written: 8 });
    }
  });
});
