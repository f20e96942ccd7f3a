import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { readOrderLine } from '~/contract/order-line';
import { operationPath, operations, type OperationName, type WriteName } from '~/contract/operations';
import { isWireObject } from '~/contract/scalars';
import { cartFingerprint, cartReferencesFingerprint } from '~/domain/carts/cart-fingerprint';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenCart } from '~/mock-api/store/given';
import { anIdempotencyKey } from '~/gateway/testing/gateway-fixture';
import { createMemoryState } from '~/gateway/state/memory-state';
import { StateUnavailableError, type StateStore } from '~/gateway/state/state-store';
import { createValueCipher } from '~/gateway/state/value-cipher';
import { createIdempotentWrites } from './idempotent-writes';
import { createForward } from './proxy';
import { NotSentError } from '~/gateway/upstream/upstream';

/** The smallest line that the API creates. */
const READY_LINE = { product_offering_id: 'O', product_offering_qualification_item_id: 'Q' };
const START = Date.UTC(2026, 2, 2, 9);
const WRITE = 30_000;
const HOLD = 150_000;

/** An API with one cart of two ready lines, and an instance of the gateway before it. More instances share its store. */
function anApi(given: GivenCart = aCart({ external_id: 'EXT', lines: [aLine(), aLine()] }), newEpochMs = 0) {
  const api = createMockApi();
  const ids = api.given(given);
  const { cartId, lineId } = ids;
  let now = START;
  let isUp = true;
  let isStoreUp = true;
  const memory = createMemoryState(() => now, newEpochMs);
  const state: StateStore = {
    ...memory,
    isShared: true,
    get: (...of) => (isStoreUp ? memory.get(...of) : unavailable()),
    claim: (...of) => (isStoreUp ? memory.claim(...of) : unavailable()),
    remove: (...of) => (isStoreUp ? memory.remove(...of) : unavailable()),
    replace: (...of) => (isStoreUp ? memory.replace(...of) : unavailable()),
  };
  const cipher = createValueCipher([randomBytes(32)]);
  const forward = createForward('http://api.test', async (request) => {
    if (!isUp) throw new NotSentError('refused');
    return api.fetch(request);
  });
  const readRaw = async (operation: OperationName): Promise<unknown> =>
    (await api.fetch(new Request(`http://api.test${operationPath(operation, ids)}`))).json();

  /** The base that a page sends with a write: of the object as it is now. */
  const baseOf = async (operation: WriteName): Promise<string> => {
    if (operation === 'updateLine' || operation === 'deleteLine')
      return lineFingerprint(readOrderLine(await readRaw('readLine')));
    const cart = readCart(await readRaw('readCart'));
    if (operation === 'updateCart') return cartReferencesFingerprint(cart);
    return operation === 'deleteCart' ? cartFingerprint(cart) : '';
  };
  const review = async () => {
    const cart = readCart(await readRaw('readCart'));
    return { cartId, fingerprint: await cartFingerprint(cart), count: cart.lines.length };
  };
  type Reviewed = Awaited<ReturnType<typeof review>>;

  function anInstance(owner = 'ann', itsCipher = cipher) {
    const writes = createIdempotentWrites({
      forward,
      state,
      cipher: itsCipher,
      times: { writeMs: WRITE, holdMs: HOLD },
    });
    const requester = { owner, requestId: 'r1' };
    const write = async (operation: WriteName, headers: Record<string, string> = {}, body?: object) => {
      const request = new Headers({
        'Idempotency-Key': anIdempotencyKey(state.epoch, now),
        'X-OT-Base': headers['X-OT-Base'] ?? (await baseOf(operation)),
        ...headers,
      });
      const { method } = operations[operation];
      const target = operationPath(operation, ids);
      const bytes = body ? Uint8Array.from(Buffer.from(JSON.stringify(body))) : null;
      const call = { operation, ids: { cartId, lineId }, method, target, body: bytes, owner };
      return inWords(await writes.write(call, request, 'r1'));
    };
    const askTicket = async (reviewed?: Reviewed) =>
      inWords(await writes.giveTicket(reviewed ?? (await review()), requester));
    const ticket = async () => String((await askTicket()).body['ticket']);
    return {
      write,
      askTicket,
      ticket,
      confirm: async (given?: string, more: Record<string, string> = {}) =>
        write('confirmCart', { 'X-OT-Ticket': given ?? (await ticket()), ...more }),
      resolve: async (key: string) => inWords(await writes.resolve(key, requester)),
      lift: async () => inWords(await writes.liftLock(cartId, requester)),
      lock: () => writes.lockOf(cartId),
    };
  }
  return {
    api,
    ...ids,
    ...anInstance(),
    anInstance,
    base: baseOf,
    review,
    aKey: () => anIdempotencyKey(state.epoch, now),
    confirms: () => api.ledger.of('confirmCart').length,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    setUp: (isApiUp: boolean) => {
      isUp = isApiUp;
    },
    setStoreUp: (isUpNow: boolean) => {
      isStoreUp = isUpNow;
    },
  };
}

const unavailable = () => Promise.reject(new StateUnavailableError('no store'));

async function inWords(answer: Response) {
  const text = await answer.text();
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return { status: answer.status, body: isWireObject(body) ? body : {} };
}

describe('a write', () => {
  it('without a key is not sent', async () => {
    const { write, api } = anApi();
    expect(await write('updateCart', { 'Idempotency-Key': '' }, { project_id: 'P' })).toMatchObject({
      status: 409,
      body: { code: 'old_page', acted: 'no' },
    });
    expect(api.ledger.of('updateCart')).toEqual([]);
  });

  it.each([
    ['fr-FR', 'Rechargez la page'],
    ['en-GB', 'Reload the page'],
  ])('of an old page in %s is refused in its words', async (language, words) => {
    const { write, api } = anApi();
    const headers = { 'X-OT-Attempt': 'x', 'Accept-Language': language };
    const { status, body } = await write('updateCart', headers, { project_id: 'P' });
    expect(status).toBe(400);
    // A body with a code and `acted` would be read as the gateway's, without its text.
    expect(Object.keys(body)).toEqual(['detail']);
    expect(body['detail']).toContain(words);
    expect(api.ledger.of('updateCart')).toEqual([]);
  });

  it('that comes twice is sent once, with one answer', async () => {
    const { write, aKey, api, anInstance } = anApi();
    const headers = { 'Idempotency-Key': aKey() };
    const first = await write('updateCart', headers, { project_id: 'P' });
    expect(await write('updateCart', headers, { project_id: 'P' })).toEqual(first);
    expect(await anInstance().write('updateCart', headers, { project_id: 'P' })).toEqual(first);
    expect(api.ledger.of('updateCart')).toHaveLength(1);
  });

  it('whose answer a restart without a key forgets is unknown', async () => {
    const { write, anInstance, aKey, api } = anApi();
    const headers = { 'Idempotency-Key': aKey() };
    expect((await write('updateLine', headers, { note: 'x' })).status).toBe(200);
    // Without sign-in the key that encrypts answers ends with the process.
    const restarted = anInstance('ann', createValueCipher([randomBytes(32)]));
    const unknown = { status: 409, body: { code: 'answer_forgotten', acted: 'unknown' } };
    expect(await restarted.write('updateLine', headers, { note: 'x' })).toMatchObject(unknown);
    const resolved = await restarted.resolve(headers['Idempotency-Key']);
    expect(resolved.body).toMatchObject({ state: 'done', ...unknown });
    expect(api.ledger.of('updateLine')).toHaveLength(1);
  });

  it('that comes twice at once is sent once', async () => {
    const { write, aKey, api, anInstance } = anApi();
    const headers = { 'Idempotency-Key': aKey() };
    const sent = [write, write, anInstance().write].map((each) => each('createLine', headers, READY_LINE));
    const [first, ...copies] = await Promise.all(sent);
    expect(first?.status).toBe(201);
    for (const copy of copies) expect(copy).toEqual(first);
    expect(api.ledger.of('createLine')).toHaveLength(1);
  });

  it('under way is told to a copy at once', async () => {
    const { write, resolve, aKey, api } = anApi();
    const held = api.faults.next({ operation: 'updateCart' }, { hold: 'before' });
    const key = aKey();
    const headers = { 'Idempotency-Key': key };
    const first = write('updateCart', headers, { project_id: 'P' });
    await held.met;
    expect(await write('updateCart', headers, { project_id: 'P' })).toMatchObject({
      status: 409,
      body: { code: 'in_flight', acted: 'unknown' },
    });
    expect((await resolve(key)).body).toEqual({ state: 'in_flight' });
    held.release();
    const { status, body } = await first;
    expect((await resolve(key)).body).toEqual({ state: 'done', status, body });
  });

  it('that never came is voided by the question', async () => {
    const { write, resolve, aKey, api } = anApi();
    const key = aKey();
    expect((await resolve(key)).body).toEqual({ state: 'never' });
    expect(await write('deleteLine', { 'Idempotency-Key': key })).toMatchObject({
      status: 409,
      body: { acted: 'no' },
    });
    expect(api.ledger.of('deleteLine')).toEqual([]);
  });

  it('of another epoch is refused and proves nothing', async () => {
    const { write, api } = anApi();
    expect(await write('createLine', { 'Idempotency-Key': anApi().aKey() }, {})).toMatchObject({
      status: 409,
      body: { code: 'stale_key', acted: 'unknown' },
    });
    expect(api.ledger.of('createLine')).toEqual([]);
  });

  it('is refused while the store cannot be reached', async () => {
    const { write, confirm, ticket, askTicket, setStoreUp, api, confirms } = anApi();
    const given = await ticket();
    setStoreUp(false);
    const unavailableAnswer = { status: 503, body: { code: 'state_unavailable', acted: 'no' } };
    expect(await write('createLine', {}, READY_LINE)).toMatchObject(unavailableAnswer);
    expect(await confirm(given)).toMatchObject(unavailableAnswer);
    expect(await askTicket()).toMatchObject(unavailableAnswer);
    expect([api.ledger.of('createLine').length, confirms()]).toEqual([0, 0]);
  });

  it('gets the API’s answer when the store goes meanwhile', async () => {
    const { write, api, setStoreUp } = anApi();
    const held = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
    const sent = write('createLine', {}, READY_LINE);
    await held.met;
    setStoreUp(false);
    held.release();
    expect((await sent).status).toBe(201);
  });
});

describe('the base of a write', () => {
  it.each(['updateLine', 'deleteLine', 'updateCart', 'deleteCart'] as const)(
    'is needed for %s',
    async (operation) => {
      const { write, api } = anApi();
      expect(await write(operation, { 'X-OT-Base': '' }, {})).toMatchObject({
        status: 428,
        body: { code: 'base_required', acted: 'no' },
      });
      expect(api.ledger.of(operation)).toEqual([]);
    },
  );

  it('shows the second person the first person’s change', async () => {
    const { write, anInstance, api } = anApi();
    const held = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
    const first = write('updateLine', {}, { note: 'first' });
    const second = anInstance('bob').write('updateLine', {}, { technical_note: 'second' });
    await held.met;
    held.release();
    expect((await first).status).toBe(200);
    expect(await second).toMatchObject({
      status: 412,
      body: { code: 'changed', acted: 'no', line: { note: 'first' } },
    });
    expect(api.ledger.of('updateLine')).toHaveLength(1);
  });

  it.each(['updateLine', 'deleteLine'] as const)(
    'stops %s when a foreign program has changed the line',
    async (operation) => {
      const { write, api, lineId, base } = anApi();
      const before = await base(operation);
      api.store.changeLine(lineId, { values: { enni: 'AZ009999' } });
      expect(await write(operation, { 'X-OT-Base': before }, { note: 'x' })).toMatchObject({
        status: 412,
        body: { code: 'changed', line: { enni: 'AZ009999' } },
      });
      expect(api.ledger.of(operation)).toEqual([]);
    },
  );

  it.each(['updateLine', 'deleteLine'] as const)('stops %s when the line is confirmed', async (operation) => {
    const { write, api, lineId, base } = anApi();
    const before = await base(operation);
    api.store.changeLine(lineId, { status: { state: 'in_progress' } });
    expect(await write(operation, { 'X-OT-Base': before }, { note: 'x' })).toMatchObject({
      status: 412,
      body: { code: 'changed', acted: 'no', line: { state: 'in_progress' } },
    });
    expect(api.ledger.of(operation)).toEqual([]);
  });

  it('stops a new reference that another has replaced', async () => {
    const { write, anInstance, base } = anApi();
    const before = await base('updateCart');
    expect(await anInstance().write('updateCart', {}, { project_id: 'A' })).toMatchObject({ status: 200 });
    const { status, body } = await write('updateCart', { 'X-OT-Base': before }, { project_id: 'B' });
    expect([status, body['code'], readCart(body['cart']).project_id]).toEqual([412, 'changed', 'A']);
  });

  it('stops the deletion of a cart that gained a line', async () => {
    const { write, anInstance, review, api } = anApi();
    const { fingerprint } = await review();
    await anInstance('bob').write('createLine', {}, READY_LINE);
    const { status, body } = await write('deleteCart', { 'X-OT-Base': fingerprint });
    expect([status, body['code'], readCart(body['cart']).lines.length]).toEqual([412, 'changed', 3]);
    expect(api.ledger.of('deleteCart')).toEqual([]);
  });

  it('that cannot be compared is not acted on', async () => {
    const { write, api } = anApi();
    api.faults.next({ operation: 'readLine' }, { answer: { status: 500, body: { detail: 'x' } } });
    expect(await write('updateLine', { 'X-OT-Base': 'x' }, { note: 'x' })).toMatchObject({
      status: 502,
      body: { acted: 'no', upstream_status: 500 },
    });
    expect(api.ledger.of('updateLine')).toEqual([]);
  });
});

describe('a ticket', () => {
  it('lets its cart be confirmed once', async () => {
    const { ticket, confirm, confirms } = anApi();
    const given = await ticket();
    expect((await confirm(given)).status).toBe(200);
    expect(await confirm(given)).toMatchObject({ status: 409, body: { code: 'locked', acted: 'no' } });
    expect(confirms()).toBe(1);
  });

  it('is needed', async () => {
    const { confirm, confirms, ticket, anInstance } = anApi();
    expect(await confirm('')).toMatchObject({ status: 409, body: { code: 'bad_ticket', acted: 'no' } });
    expect(await confirm(await anApi().ticket())).toMatchObject({ body: { code: 'bad_ticket' } });
    expect(await anInstance('bob').confirm(await ticket())).toMatchObject({ body: { code: 'bad_ticket' } });
    expect(confirms()).toBe(0);
  });

  it('lasts a minute', async () => {
    const { ticket, confirm, pass } = anApi();
    const given = await ticket();
    pass(60_000);
    expect(await confirm(given)).toMatchObject({ body: { code: 'bad_ticket' } });
  });

  it('for a cart changed since gets the fresh cart back', async () => {
    const { ticket, confirm, anInstance, confirms } = anApi();
    const given = await ticket();
    await anInstance('bob').write('updateLine', {}, { enni: 'AZ009999' });
    const { status, body } = await confirm(given);
    expect([status, body['code'], body['acted']]).toEqual([409, 'changed', 'no']);
    expect(readCart(body['cart']).lines).toMatchObject([{ value: { enni: 'AZ009999' } }, {}]);
    expect(confirms()).toBe(0);
  });

  it('waits for a write under way, then is refused', async () => {
    const { askTicket, review, write, api } = anApi();
    const reviewed = await review();
    const held = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
    const writing = write('updateLine', {}, { enni: 'AZ009999' });
    await held.met;
    const asking = askTicket(reviewed);
    held.release();
    await writing;
    expect(await asking).toMatchObject({ status: 409, body: { code: 'changed' } });
  });

  it('is not given while a write’s outcome is in doubt', async () => {
    const { askTicket, ticket, confirm, write, api, pass } = anApi();
    const given = await ticket();
    api.faults.next({ operation: 'updateLine' }, { cut: 'before' });
    await write('updateLine', {}, { note: 'x' });
    const inDoubt = { status: 409, body: { code: 'write_in_doubt', acted: 'no', retry_after: 150 } };
    expect(await askTicket()).toMatchObject(inDoubt);
    expect(await confirm(given)).toMatchObject(inDoubt);
    expect((await write('updateLine', {}, { note: 'y' })).status).toBe(200);
    expect(await askTicket()).toMatchObject(inDoubt);
    pass(HOLD);
    expect((await confirm()).status).toBe(200);
  });

  it('is given to one person a limited number of times', async () => {
    const { askTicket, anInstance } = anApi();
    for (let given = 0; given < 20; given += 1) await askTicket();
    expect(await askTicket()).toMatchObject({ status: 429, body: { code: 'own_limit', retry_after: 60 } });
    expect((await anInstance('bob').askTicket()).status).toBe(200);
  });

  it('for an unreviewed cart is refused with the fresh cart', async () => {
    const { review, askTicket, api, lineId } = anApi();
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
    expect(await anApi(cart).askTicket()).toMatchObject({ status: 409, body: { code, acted: 'no' } });
  });

  it('is not given for an empty cart', async () => {
    const { askTicket, api, cartId } = anApi();
    const empty = { id: cartId, product_order_item: [] };
    api.faults.next({ operation: 'readCart', times: 2 }, { answer: { status: 200, body: empty } });
    expect(await askTicket()).toMatchObject({ status: 409, body: { code: 'no_lines', acted: 'no' } });
  });

  it('is not given where the cart cannot be read', async () => {
    const { askTicket, setUp, review } = anApi();
    const reviewed = await review();
    setUp(false);
    expect(await askTicket(reviewed)).toMatchObject({ status: 502, body: { acted: 'no' } });
  });

  it('is not given while a lost epoch’s request may run', async () => {
    const { askTicket, pass } = anApi(undefined, HOLD);
    expect(await askTicket()).toMatchObject({
      status: 503,
      body: { code: 'just_started', retry_after: 150 },
    });
    pass(HOLD);
    expect((await askTicket()).status).toBe(200);
  });
});

describe('a confirmation', () => {
  it('that is refused or unsent frees the cart at once', async () => {
    const { confirm, askTicket, api, ticket, setUp, lock } = anApi();
    api.faults.next({ operation: 'confirmCart' }, { answer: { status: 400, body: { detail: 'No.' } } });
    expect((await confirm()).status).toBe(400);
    expect(await lock()).toBeNull();
    const given = await ticket();
    setUp(false);
    expect(await confirm(given)).toMatchObject({ body: { acted: 'no' } });
    setUp(true);
    expect((await askTicket()).status).toBe(200);
  });

  it.each([
    ['an answer of 500', { answer: { status: 500 } }],
    ['a cut connection', { cut: 'before' }],
    ['a success that shows drafts', { answer: { status: 200, body: {} } }],
    ['a redirect', { answer: { status: 301 } }],
    ['a conflict', { answer: { status: 409, body: { detail: 'Already confirmed.' } } }],
  ] as const)('with %s stays locked until a person lifts that after the hold', async (_, fault) => {
    const { confirm, askTicket, lift, api, pass, confirms } = anApi();
    api.faults.next({ operation: 'confirmCart' }, fault);
    expect(await confirm()).not.toMatchObject({ body: { acted: 'no' } });
    expect(await askTicket()).toMatchObject({ status: 409, body: { code: 'locked', retry_after: 150 } });
    pass(HOLD - 1);
    expect(await lift()).toMatchObject({ status: 409, body: { code: 'held', retry_after: 1 } });
    pass(1);
    // Time alone does not free it.
    expect(await askTicket()).toMatchObject({ body: { code: 'locked' } });
    expect((await lift()).status).toBe(204);
    expect((await confirm()).status).toBe(200);
    expect(confirms()).toBe(2);
  });

  it('answered with a conflict is unknown, for its copy too', async () => {
    const { confirm, resolve, ticket, aKey, api } = anApi();
    api.faults.next({ operation: 'confirmCart' }, { answer: { status: 409, body: { detail: 'x' } } });
    const [key, given] = [aKey(), await ticket()];
    const unknown = { status: 409, body: { code: 'upstream_error', acted: 'unknown', upstream_status: 409 } };
    expect(await confirm(given, { 'Idempotency-Key': key })).toMatchObject(unknown);
    expect(await confirm(given, { 'Idempotency-Key': key })).toMatchObject(unknown);
    expect((await resolve(key)).body).toMatchObject({ state: 'done', body: { acted: 'unknown' } });
  });

  it('that was carried out stays locked after a late reading', async () => {
    const { confirm, lift, api, pass, lineIds } = anApi();
    await confirm();
    pass(HOLD);
    expect(await lift()).toMatchObject({ body: { code: 'not_draft' } });
    for (const lineId of lineIds) {
      api.store.changeLine(lineId, { status: { state: 'created', state_change: [], order_date: null } });
    }
    api.faults.next({ operation: 'listCarts' }, { answer: { status: 500 } });
    expect(await lift()).toMatchObject({ body: { code: 'not_draft' } });
  });

  it.each(['updateCart', 'deleteCart', 'createLine', 'updateLine', 'deleteLine'] as const)(
    'under way or in doubt blocks every %s of its cart',
    async (operation) => {
      const { confirm, anInstance, api, aKey, ticket } = anApi();
      const { write } = anInstance('bob');
      const held = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
      const key = aKey();
      const confirming = confirm(await ticket(), { 'Idempotency-Key': key });
      await held.met;
      const mark = createHash('sha256').update(key).digest('hex').slice(0, 16);
      const lock = { since: START, until: START + HOLD, state: 'sending', mark };
      const refused = { status: 409, body: { code: 'locked', acted: 'no', lock, retry_after: 150 } };
      expect(await write(operation, {}, {})).toMatchObject(refused);
      api.faults.next({ operation: 'confirmCart' }, { cut: 'before' });
      held.release();
      await confirming;
      expect(await write(operation, {}, {})).toMatchObject({ body: { code: 'locked' } });
      expect(api.ledger.of(operation)).toEqual([]);
    },
  );

  it('without an answer is open once its write is over', async () => {
    const { confirm, lock, api, pass, anInstance, ticket } = anApi();
    const held = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
    const confirming = confirm(await ticket());
    await held.met;
    expect(await anInstance('bob').lock()).toMatchObject({ state: 'sending' });
    pass(WRITE + 5000);
    expect(await lock()).toMatchObject({ state: 'open', since: START, until: START + HOLD });
    held.release();
    await confirming;
    expect(await lock()).toBeNull();
  });

  it('of two people in one moment goes once', async () => {
    const { ticket, confirm, anInstance, confirms, resolve, aKey, api } = anApi();
    const bob = anInstance('bob');
    const [mine, theirs] = await Promise.all([ticket(), bob.ticket()]);
    const key = aKey();
    // The cart reads as a draft until the second answer is there.
    const held = api.faults.next({ operation: 'confirmCart', times: 2 }, { hold: 'before' });
    const confirming = [confirm(mine), bob.confirm(theirs, { 'Idempotency-Key': key })];
    expect((await Promise.race(confirming)).body).toMatchObject({ code: 'locked', acted: 'no' });
    held.release();
    const answers = await Promise.all(confirming);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(confirms()).toBe(1);
    expect((await resolve(key)).body).toMatchObject({ state: 'never' });
  });

  it('that comes twice at once is sent once, answered twice', async () => {
    const { ticket, confirm, anInstance, confirms, aKey, api } = anApi();
    const held = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
    const given = await ticket();
    const headers = { 'Idempotency-Key': aKey() };
    const first = confirm(given, headers);
    const copy = await anInstance().confirm(given, headers);
    held.release();
    expect((await first).status).toBe(200);
    expect(copy).toMatchObject({ status: 409, body: { code: 'in_flight', acted: 'unknown' } });
    expect(confirms()).toBe(1);
  });
});

describe('deleting a cart', () => {
  it('of drafts goes through', async () => {
    expect((await anApi().write('deleteCart')).status).toBe(204);
  });

  it('with a confirmed line never reaches the API', async () => {
    const { write, api } = anApi(aCart({ lines: [aLine(), aLine({ state: 'in_progress' })] }));
    expect(await write('deleteCart')).toMatchObject({
      status: 409,
      body: { code: 'not_draft', acted: 'no' },
    });
    expect(api.ledger.of('deleteCart')).toEqual([]);
  });
});
