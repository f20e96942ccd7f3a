import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { operationPath, operations, type WriteName } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import { cartFingerprint } from '~/domain/cart-fingerprint';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenCart } from '~/mock-api/given';
import { anAttempt } from './desk-fixture';
import { createGuardedWrites } from './guarded-writes';
import { createForward } from './proxy';
import { NotSentError } from './upstream';

const START = Date.UTC(2026, 2, 2, 9);
const PAUSE = 35_000;
const HOLD = 150_000;

/** A process of the gateway that is past its pause, before an API with one cart of two ready lines. */
function aProcess(given: GivenCart = aCart({ external_id: 'EXT', lines: [aLine(), aLine()] })) {
  const api = createMockApi();
  const ids = api.given(given);
  const { cartId } = ids;
  let now = START;
  let isUp = true;
  const forward = createForward('http://api.test', async (request) => {
    if (!isUp) throw new NotSentError('refused');
    return api.fetch(request);
  });
  const writes = createGuardedWrites(forward, () => now, { pause: PAUSE, hold: HOLD });
  now += PAUSE;

  const write = async (operation: WriteName, headers: Record<string, string> = {}, body?: object) => {
    const request = {
      'X-OT-Attempt': anAttempt(writes.bootId, now),
      ...headers,
    };
    const { method } = operations[operation];
    const target = operationPath(operation, ids);
    const bytes = body ? Uint8Array.from(Buffer.from(JSON.stringify(body))) : null;
    const call = { operation, ids: { cartId, lineId: ids.lineId }, method, target, body: bytes };
    return inWords(await writes.write(call, new Headers(request), 'r1'));
  };
  const review = async () => {
    const answer = await api.fetch(new Request(`http://api.test${operationPath('readCart', { cartId })}`));
    const cart = readCart(await answer.json());
    return { cartId, fingerprint: await cartFingerprint(cart), count: cart.lines.length };
  };
  type Reviewed = Awaited<ReturnType<typeof review>>;
  const askTicket = async (reviewed?: Reviewed) =>
    inWords(await writes.giveTicket(reviewed ?? (await review()), 'r1'));
  const ticket = async () => String((await askTicket()).body['ticket']);
  return {
    api,
    ...ids,
    writes,
    write,
    review,
    askTicket,
    ticket,
    confirm: async (given?: string) => write('confirmCart', { 'X-OT-Ticket': given ?? (await ticket()) }),
    lift: async () => inWords(await writes.liftLatch(cartId, 'r1')),
    confirms: () => api.ledger.of('confirmCart').length,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    goDown: () => {
      isUp = false;
    },
    comeBack: () => {
      isUp = true;
    },
  };
}

async function inWords(answer: Response) {
  const text = await answer.text();
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return { status: answer.status, body: isWireObject(body) ? body : {} };
}

describe('a write', () => {
  it('without an attempt id is refused, and nothing is sent', async () => {
    const { write, api } = aProcess();
    expect(await write('updateCart', { 'X-OT-Attempt': '' }, { project_id: 'P' })).toMatchObject({
      status: 400,
      body: { code: 'bad_attempt', acted: 'no' },
    });
    expect(api.ledger.of('updateCart')).toEqual([]);
  });

  it('that comes twice is sent once, and both are given the same answer', async () => {
    const { write, writes, api } = aProcess();
    const headers = { 'X-OT-Attempt': anAttempt(writes.bootId, START + PAUSE) };
    const first = await write('updateCart', headers, { project_id: 'P' });
    expect(await write('updateCart', headers, { project_id: 'P' })).toEqual(first);
    expect(api.ledger.of('updateCart')).toHaveLength(1);
  });

  it('whose copy comes while it is under way waits for nobody, and can be asked for', async () => {
    const { write, writes, api } = aProcess();
    const held = api.faults.next({ operation: 'updateCart' }, { hold: 'before' });
    const attemptId = anAttempt(writes.bootId, START + PAUSE);
    const headers = { 'X-OT-Attempt': attemptId };
    const first = write('updateCart', headers, { project_id: 'P' });
    await held.met;
    expect(await write('updateCart', headers, { project_id: 'P' })).toMatchObject({
      status: 409,
      body: { code: 'in_flight', acted: 'unknown' },
    });
    expect((await inWords(writes.settle(attemptId, 'r1'))).body).toEqual({ state: 'in_flight' });
    held.release();
    const { status, body } = await first;
    expect((await inWords(writes.settle(attemptId, 'r1'))).body).toEqual({ state: 'done', status, body });
  });

  it('that nobody has seen is burnt by the question, and refused when it comes late', async () => {
    const { write, writes, api } = aProcess();
    const attemptId = anAttempt(writes.bootId, START + PAUSE);
    expect((await inWords(writes.settle(attemptId, 'r1'))).body).toEqual({ state: 'never' });
    expect(await write('deleteLine', { 'X-OT-Attempt': attemptId })).toMatchObject({
      status: 409,
      body: { acted: 'no' },
    });
    expect(api.ledger.of('deleteLine')).toEqual([]);
  });

  it('of another process is refused, and proves nothing of what that one did', async () => {
    const { write, api } = aProcess();
    const headers = { 'X-OT-Attempt': anAttempt(aProcess().writes.bootId, START + PAUSE) };
    expect(await write('createLine', headers, {})).toMatchObject({
      status: 409,
      body: { code: 'stale_attempt', acted: 'unknown' },
    });
    expect(api.ledger.of('createLine')).toEqual([]);
  });
});

describe('a ticket', () => {
  it('lets its cart be confirmed once', async () => {
    const { ticket, confirm, confirms } = aProcess();
    const given = await ticket();
    expect((await confirm(given)).status).toBe(200);
    expect(await confirm(given)).toMatchObject({ status: 409, body: { code: 'latched', acted: 'no' } });
    expect(confirms()).toBe(1);
  });

  it('is needed', async () => {
    const { confirm, confirms } = aProcess();
    expect(await confirm('')).toMatchObject({ status: 409, body: { code: 'bad_ticket', acted: 'no' } });
    expect(await confirm(await aProcess().ticket())).toMatchObject({ body: { code: 'bad_ticket' } });
    expect(confirms()).toBe(0);
  });

  it('lasts a minute', async () => {
    const { ticket, confirm, pass } = aProcess();
    const given = await ticket();
    pass(60_000);
    expect(await confirm(given)).toMatchObject({ body: { code: 'bad_ticket' } });
  });

  it('is void when anything else is written on its cart', async () => {
    const { ticket, confirm, write } = aProcess();
    const given = await ticket();
    await write('updateLine', {}, { note: 'x' });
    expect(await confirm(given)).toMatchObject({ body: { code: 'bad_ticket' } });
  });

  it('is no good while anything else is on its way to its cart, nor afterwards', async () => {
    const { ticket, confirm, write, api, confirms } = aProcess();
    const held = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
    const writing = write('updateLine', {}, { note: 'x' });
    await held.met;
    const [early, late] = [await ticket(), await ticket()];
    expect(await confirm(early)).toMatchObject({ body: { code: 'bad_ticket', acted: 'no' } });
    held.release();
    await writing;
    expect(await confirm(late)).toMatchObject({ body: { code: 'bad_ticket', acted: 'no' } });
    expect(confirms()).toBe(0);
    expect((await confirm()).status).toBe(200);
  });

  it('is no good when its cart was read before a write that has ended since', async () => {
    const { review, askTicket, confirm, write, api, confirms } = aProcess();
    const reviewed = await review();
    const held = api.faults.next({ operation: 'readCart' }, { hold: 'after' });
    const asking = askTicket(reviewed);
    await held.met;
    await write('updateLine', {}, { enni: 'AZ009999' });
    held.release();
    const { status, body } = await asking;
    expect(status).toBe(200);
    expect(await confirm(String(body['ticket']))).toMatchObject({ body: { code: 'bad_ticket' } });
    expect(confirms()).toBe(0);
  });

  it('is not given for what was not reviewed: the fresh cart comes back', async () => {
    const { review, askTicket, api, lineId } = aProcess();
    const reviewed = await review();
    expect(await askTicket({ ...reviewed, count: 1 })).toMatchObject({ body: { code: 'changed' } });
    api.store.changeLine(lineId, { values: { enni: 'AZ009999' } });
    const { status, body } = await askTicket(reviewed);
    expect([status, body['code']]).toEqual([409, 'changed']);
    expect(readCart(body['cart']).lines).toMatchObject([{ value: { enni: 'AZ009999' } }, {}]);
  });

  it.each<[string, GivenCart, string]>([
    ['confirmed', aCart({ lines: [aLine({ state: 'in_progress' })] }), 'not_draft'],
    ['partly confirmed', aCart({ lines: [aLine(), aLine({ state: 'acknowledged' })] }), 'not_draft'],
    [
      'in progress by its row of the list',
      aCart({ external_id: 'E', state: 'in_progress', lines: [aLine()] }),
      'not_draft',
    ],
  ])('is not given for a cart that is %s', async (_, cart, code) => {
    expect(await aProcess(cart).askTicket()).toMatchObject({ status: 409, body: { code, acted: 'no' } });
  });

  it('is not given for an empty cart', async () => {
    const { askTicket, api, cartId } = aProcess();
    const empty = { id: cartId, product_order_item: [] };
    api.faults.next({ operation: 'readCart', times: 2 }, { answer: { status: 200, body: empty } });
    expect(await askTicket()).toMatchObject({ status: 409, body: { code: 'no_lines', acted: 'no' } });
  });

  it('is not given in the pause after the start, nor where the cart cannot be read', async () => {
    const { askTicket, pass, goDown, review } = aProcess();
    const reviewed = await review();
    pass(-1);
    expect(await askTicket()).toMatchObject({ status: 503, body: { code: 'just_started', retry_after: 1 } });
    pass(1);
    goDown();
    expect(await askTicket(reviewed)).toMatchObject({ status: 502, body: { acted: 'no' } });
  });
});

describe('a confirmation', () => {
  it('that the API refuses, or that cannot be sent, frees the cart at once', async () => {
    const { confirm, askTicket, api, ticket, goDown, comeBack } = aProcess();
    api.faults.next({ operation: 'confirmCart' }, { answer: { status: 400, body: { detail: 'No.' } } });
    expect((await confirm()).status).toBe(400);
    const given = await ticket();
    goDown();
    expect(await confirm(given)).toMatchObject({ body: { code: 'upstream_unreachable', acted: 'no' } });
    comeBack();
    expect((await askTicket()).status).toBe(200);
  });

  it.each([
    ['an answer of 500', { answer: { status: 500 } }],
    ['a cut connection', { cut: 'before' }],
    ['a success that shows drafts', { answer: { status: 200, body: {} } }],
    ['a redirect', { answer: { status: 301 } }],
  ] as const)('with %s stays latched until a person lifts that after the hold', async (_, fault) => {
    const { confirm, askTicket, lift, api, pass, confirms } = aProcess();
    api.faults.next({ operation: 'confirmCart' }, fault);
    await confirm();
    expect(await askTicket()).toMatchObject({ status: 409, body: { code: 'latched', retry_after: 150 } });
    pass(HOLD - 1);
    expect(await lift()).toMatchObject({ status: 409, body: { code: 'held', retry_after: 1 } });
    pass(1);
    // Time alone does not free it.
    expect(await askTicket()).toMatchObject({ body: { code: 'latched' } });
    expect((await lift()).status).toBe(204);
    expect((await confirm()).status).toBe(200);
    expect(confirms()).toBe(2);
  });

  it('that was carried out is never free again, not even by a late reading', async () => {
    const { confirm, lift, api, pass, lineIds } = aProcess();
    await confirm();
    pass(HOLD);
    expect(await lift()).toMatchObject({ body: { code: 'not_draft' } });
    for (const lineId of lineIds) {
      api.store.changeLine(lineId, { status: { state: 'created', state_change: [], order_date: null } });
    }
    api.faults.next({ operation: 'listCarts' }, { answer: { status: 500 } });
    expect(await lift()).toMatchObject({ body: { code: 'not_draft' } });
  });

  it('on its way keeps every other write off its cart', async () => {
    const { confirm, write, api } = aProcess();
    const held = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
    const confirming = confirm();
    await held.met;
    expect(await write('updateLine', {}, { note: 'x' })).toMatchObject({
      body: { code: 'latched', acted: 'no' },
    });
    held.release();
    expect((await confirming).status).toBe(200);
    expect(api.ledger.of('updateLine')).toEqual([]);
  });
});

describe('deleting a cart', () => {
  it('of drafts goes through', async () => {
    expect((await aProcess().write('deleteCart')).status).toBe(204);
  });

  it('with a line that is no draft is refused before the API hears of it', async () => {
    const { write, api } = aProcess(aCart({ lines: [aLine(), aLine({ state: 'in_progress' })] }));
    expect(await write('deleteCart')).toMatchObject({
      status: 409,
      body: { code: 'not_draft', acted: 'no' },
    });
    expect(api.ledger.of('deleteCart')).toEqual([]);
  });
});
