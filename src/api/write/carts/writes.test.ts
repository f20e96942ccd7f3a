import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { emptyLineValues } from '~/contract/order-line';
import { createGatewayInProcess } from '~/gateway/in-process';
import { createMockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import type { Fault } from '~/mock-api/http/faults';
import { aCart, aLine } from '~/mock-api/store/given';
import { useConfirmCart, useCreateCart, useDeleteCart, useUpdateCart } from '~/api/mutations/cart-writes';
import { cartQueries } from '~/api/read/carts';
import { useDeleteLine } from '~/api/mutations/line-deletion';
import { useCreateLine } from '~/api/mutations/line-creation';
import { useSaveLine } from '~/api/mutations/order-line-writes';
import { lineQueries } from '~/api/read/order-lines';
import { createQueryClient } from '~/api/transport/query-client';
import { connectTo } from '~/api/testing/stand-in-network';

vi.mock('~/api/transport/pause', () => ({ pause: async () => undefined }));

const atOnce = <T>(proof: () => Promise<T>): Promise<T> => proof();

/** The result of a hook in a component. */
function hookOf<T>(client: QueryClient, useIt: () => T): T {
  const given: T[] = [];
  function Component() {
    given.push(useIt());
    return null;
  }
  renderToStaticMarkup(createElement(QueryClientProvider, { client }, createElement(Component)));
  const [result] = given;
  if (result === undefined) throw new Error('The hook gave nothing');
  return result;
}

/** A desk that has read a cart of two ready lines. */
async function desk(dialect: MockApiOptions['dialect'] = {}) {
  const api = createMockApi({ dialect, now: new Date('2026-03-02T09:00:00Z') });
  const ids = api.given(aCart({ external_id: 'EXT', lines: [aLine(), aLine()] }));
  connectTo({ fetch: createGatewayInProcess((request) => api.fetch(request)) }, 'gateway');
  const client = createQueryClient();
  const cart = cartQueries.detail(ids.cartId);
  const line = lineQueries.detail(ids.lineId);
  const base = await client.query(line);
  const { cart: shown } = await client.query(cart);
  return {
    api,
    ...ids,
    base,
    shown,
    reviewed: { cart: shown, receipt: null },
    client,
    run: <T>(useIt: () => T) => hookOf(client, useIt),
    cached: () => ({ cart: client.getQueryData(cart.queryKey), line: client.getQueryData(line.queryKey) }),
    isStale: () => client.getQueryState(cart.queryKey)?.isInvalidated,
  };
}

const [COMPOSED, DECOMPOSED] = ['Élise', 'E\u0301lise'];

/** A desk whose API stores and answers composed accents, whatever it is sent. */
async function composingDesk() {
  const it = await desk();
  const fetch = createGatewayInProcess(async (request) => {
    const answer = await it.api.fetch(request);
    return new Response((await answer.text()).normalize(), answer);
  });
  connectTo({ fetch }, 'gateway');
  return it;
}

describe('a reference with decomposed accents', () => {
  it('is sent as typed, and found after a lost answer', async () => {
    const { run, api } = await composingDesk();
    api.faults.next({ operation: 'createCart' }, { cut: 'after' });
    const header = await run(useCreateCart).mutateAsync({ external_id: DECOMPOSED, project_id: '' });
    expect(header.external_id).toBe(COMPOSED);
    expect(api.ledger.of('createCart').map(({ body }) => body)).toMatchObject([{ external_id: DECOMPOSED }]);
    const asked = api.ledger.of('listCarts').map(({ query }) => query['external_id']);
    expect(new Set(asked)).toEqual(new Set([COMPOSED, DECOMPOSED]));
  });

  it('counts as saved after a lost answer', async () => {
    const { run, api, shown } = await composingDesk();
    api.faults.next({ operation: 'updateCart' }, { cut: 'after' });
    const saved = await run(() => useUpdateCart(shown)).mutateAsync({ external_id: DECOMPOSED });
    expect(saved.external_id).toBe(COMPOSED);
  });
});

describe('creating a cart', () => {
  it('sends its references and gives its header', async () => {
    const { run, api } = await desk();
    const header = await run(useCreateCart).mutateAsync({ external_id: 'NEW', project_id: '' });
    expect(header).toMatchObject({ external_id: 'NEW', state: 'created' });
    expect(api.store.cart(header.id).external_id).toBe('NEW');
  });

  it('whose answer is lost is found again by its reference', async () => {
    const { run, api } = await desk();
    api.given(aCart({ external_id: 'NEW' }));
    api.faults.next({ operation: 'createCart' }, { cut: 'after' });
    const header = await run(useCreateCart).mutateAsync({ external_id: 'NEW', project_id: 'P' });
    expect(header).toMatchObject({ external_id: 'NEW', project_id: 'P' });
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });

  it('that got lost before the API is not created', async () => {
    const { run, api } = await desk();
    api.faults.next({ operation: 'createCart' }, { cut: 'before' });
    const creating = run(useCreateCart).mutateAsync({ external_id: 'NEW', project_id: '' });
    await expect(creating).rejects.toMatchObject({ effect: 'none' });
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });

  it('that the API calls a conflict is looked for', async () => {
    const { run, api } = await desk();
    api.faults.next({ operation: 'createCart' }, { answer: { status: 409, body: {} } });
    const creating = run(useCreateCart).mutateAsync({ external_id: 'NEW', project_id: '' });
    await expect(creating).rejects.toMatchObject({ kind: 'conflict', effect: 'none' });
    // Once before it was sent; after a full answer nothing is under way for minutes.
    expect(api.ledger.of('listCarts')).toHaveLength(1 + 3);
  });

  it('that a copy has made already is found', async () => {
    const { run, api } = await desk();
    const met = api.faults.next({ operation: 'createCart' }, { answer: { status: 409, body: {} } }).met;
    const creating = run(useCreateCart).mutateAsync({ external_id: 'NEW', project_id: '' });
    await met;
    const { cartId } = api.given(aCart({ external_id: 'NEW' }));
    expect((await creating).id).toBe(cartId);
  });

  it('that may be one of several is unknown', async () => {
    const { run, api } = await desk();
    const met = api.faults.next({ operation: 'createCart' }, { cut: 'after' }).met;
    const creating = run(useCreateCart).mutateAsync({ external_id: 'NEW', project_id: '' });
    await met;
    api.given(aCart({ external_id: 'NEW' }));
    await expect(creating).rejects.toMatchObject({ kind: 'several', effect: 'unknown' });
  });

  it('without a reference is found by a second try', async () => {
    const { run, api } = await desk();
    const { mutateAsync } = run(useCreateCart);
    const values = { external_id: '', project_id: 'P' };
    api.faults.next({ operation: 'createCart' }, { cut: 'after' });
    api.faults.next({ operation: 'listCarts' }, {});
    api.faults.next({ operation: 'listCarts', times: 20 }, { answer: { status: 401 } });
    await expect(mutateAsync(values)).rejects.toMatchObject({ effect: 'unknown' });
    api.faults.clear();
    const header = await mutateAsync(values);
    expect(header.external_id).toMatch(/^ot-[\w-]{22}$/);
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });

  it('twice at once is one cart', async () => {
    const { run, api } = await desk();
    const { mutateAsync } = run(useCreateCart);
    const values = { external_id: 'NEW', project_id: '' };
    const [one, other] = await Promise.all([mutateAsync(values), mutateAsync(values)]);
    expect(one.id).toBe(other.id);
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });
});

describe('changing the references of a cart', () => {
  it('sends those that are given, and makes the cart stale', async () => {
    const { run, shown, api, isStale } = await desk();
    await run(() => useUpdateCart(shown)).mutateAsync({ project_id: 'P' });
    expect(api.ledger.last('updateCart').body).toEqual({ project_id: 'P' });
    expect(isStale()).toBe(true);
  });
});

describe('deleting a cart', () => {
  it('whose answer is lost is done when it is gone', async () => {
    const { run, shown, api, cached } = await desk();
    api.faults.next({ operation: 'deleteCart' }, { cut: 'after' });
    await run(useDeleteCart).mutateAsync(shown);
    expect(cached().cart).toBeUndefined();
  });

  it('whose request is lost is not done', async () => {
    const { run, shown, api } = await desk();
    api.faults.next({ operation: 'deleteCart' }, { cut: 'before' });
    await expect(run(useDeleteCart).mutateAsync(shown)).rejects.toMatchObject({ effect: 'none' });
  });

  it('that is no draft any more never reaches the API', async () => {
    const { run, shown, api, lineId } = await desk();
    api.store.changeLine(lineId, { status: { state: 'in_progress' } });
    await expect(run(useDeleteCart).mutateAsync(shown)).rejects.toMatchObject({
      kind: 'conflict',
      effect: 'none',
    });
    expect(api.ledger.of('deleteCart')).toEqual([]);
  });

  it('forgets what was read of it', async () => {
    const { run, shown, cached } = await desk();
    await run(useDeleteCart).mutateAsync(shown);
    expect(cached().cart).toBeUndefined();
  });

  it('that is already gone counts as done', async () => {
    const { run, shown, api, cartId, cached } = await desk();
    api.store.removeCart(cartId);
    await run(useDeleteCart).mutateAsync(shown);
    expect(cached().cart).toBeUndefined();
  });

  it('that is refused keeps the cart', async () => {
    const { run, shown, api, cached } = await desk();
    api.faults.next({ operation: 'deleteCart' }, { answer: { status: 409, body: {} } });
    const deleting = run(useDeleteCart).mutateAsync(shown);
    await expect(deleting).rejects.toMatchObject({ kind: 'conflict', effect: 'none' });
    expect(cached().cart).toBeDefined();
  });
});

describe('confirming a cart', () => {
  it('keeps the answer as the cart, its lines in progress', async () => {
    const { run, reviewed, cartId, cached } = await desk();
    expect(await run(() => useConfirmCart(cartId)).mutateAsync(reviewed)).toMatchObject({ kind: 'placed' });
    expect(cached().cart).toMatchObject({ status: { state: 'in_progress' } });
  });

  it.each([
    ['no answer', { cut: 'after' }],
    ['an answer of 504', { answerAfter: { status: 504 } }],
    ['an empty answer', { answerAfter: { status: 204 } }],
    ['an unreadable answer', { answerAfter: { status: 200, body: '<h1>Hi</h1>' } }],
    ['a redirect', { answer: { status: 302 } }],
    ['no answer, and nothing done', { cut: 'before' }],
  ] as const satisfies readonly (readonly [string, Fault])[])(
    'with %s is to be checked, asked once, and makes the cart stale',
    async (_, fault) => {
      const { run, reviewed, api, cartId, isStale } = await desk();
      api.faults.next({ operation: 'confirmCart' }, fault);
      expect(await run(() => useConfirmCart(cartId)).mutateAsync(reviewed)).toEqual({ kind: 'checking' });
      expect(api.ledger.of('confirmCart')).toHaveLength(1);
      expect(isStale()).toBe(true);
    },
  );

  it.each(['header', 'nothing'] as const)('answered with %s is to be checked', async (confirmAnswer) => {
    const { run, reviewed, cartId } = await desk({ confirmAnswer });
    expect(await run(() => useConfirmCart(cartId)).mutateAsync(reviewed)).toEqual({ kind: 'checking' });
  });

  it('answered with drafts is to be checked', async () => {
    const { run, reviewed, api, cartId } = await desk();
    const drafts = { id: cartId, product_order_item: [{ id: 'L', state: 'created' }] };
    api.faults.next({ operation: 'confirmCart' }, { answer: { status: 200, body: drafts } });
    expect(await run(() => useConfirmCart(cartId)).mutateAsync(reviewed)).toEqual({ kind: 'checking' });
  });

  it('while an earlier one is open sends nothing', async () => {
    const { run, reviewed, api, cartId } = await desk();
    api.faults.next({ operation: 'confirmCart' }, { cut: 'before' });
    expect(await run(() => useConfirmCart(cartId)).mutateAsync(reviewed)).toEqual({ kind: 'checking' });
    expect(await run(() => useConfirmCart(cartId)).mutateAsync(reviewed)).toEqual({ kind: 'elsewhere' });
    expect(api.ledger.of('confirmCart')).toHaveLength(1);
  });

  it('that is refused says why, and that nothing was placed', async () => {
    const { run, reviewed, api, cartId } = await desk();
    api.faults.next(
      { operation: 'confirmCart' },
      { answer: { status: 400, body: { product_order_item: [{ enni: ['Unknown.'] }] } } },
    );
    const confirming = run(() => useConfirmCart(cartId)).mutateAsync(reviewed);
    await expect(confirming).rejects.toMatchObject({
      kind: 'invalid',
      effect: 'none',
      fields: [{ path: ['product_order_item', 0, 'enni'] }],
    });
    expect(api.store.cart(cartId).state).toBe('created');
  });
});

describe('a cart that changed since it was reviewed', () => {
  it('is not confirmed, and is shown as it is now', async () => {
    const { run, reviewed, api, cartId, lineId, cached } = await desk();
    api.store.changeLine(lineId, { values: { enni: 'AZ009999' } });
    const outcome = await run(() => useConfirmCart(cartId)).mutateAsync(reviewed);
    expect(outcome).toMatchObject({
      kind: 'changed',
      cart: { lines: [{ value: { enni: 'AZ009999' } }, {}] },
    });
    expect(cached().cart).toMatchObject({ cart: { lines: [{ value: { enni: 'AZ009999' } }, {}] } });
    expect(api.ledger.of('confirmCart')).toEqual([]);
  });

  it('into a confirmed one is shown as confirmed', async () => {
    const { run, reviewed, api, cartId, lineId, cached } = await desk();
    api.store.changeLine(lineId, { status: { state: 'in_progress' } });
    const outcome = await run(() => useConfirmCart(cartId)).mutateAsync(reviewed);
    expect(outcome).toMatchObject({ kind: 'changed' });
    expect(cached().cart).toMatchObject({ status: { state: 'in_progress' } });
    expect(api.ledger.of('confirmCart')).toEqual([]);
  });
});

describe('creating a line', () => {
  it('sends what was filled, and makes its cart stale', async () => {
    const { run, api, cartId, isStale } = await desk();
    const values = {
      ...emptyLineValues(),
      product_offering_id: '2173',
      product_offering_qualification_item_id: 'e',
    };
    expect(await run(() => useCreateLine(cartId))(values, atOnce)).toMatchObject({
      kind: 'saved',
      line: { product_offering_id: '2173', product_order_id: cartId, state: 'created' },
      differences: [],
    });
    expect(api.ledger.last('createLine').body).toEqual({
      product_offering_id: '2173',
      product_offering_qualification_item_id: 'e',
    });
    expect(isStale()).toBe(true);
  });
});

describe('creating a line whose answer is lost', () => {
  const values = {
    ...emptyLineValues(),
    product_offering_id: 'NEW',
    product_offering_qualification_item_id: 'E',
  };

  it('finds it in its cart', async () => {
    const { run, api, cartId } = await desk();
    api.faults.next({ operation: 'createLine' }, { cut: 'after' });
    expect(await run(() => useCreateLine(cartId))(values, atOnce)).toMatchObject({
      kind: 'saved',
      line: { product_offering_id: 'NEW' },
    });
    expect(api.ledger.of('createLine')).toHaveLength(1);
  });

  it('that never came is proved not to be created', async () => {
    const { run, api, cartId } = await desk();
    api.faults.next({ operation: 'createLine' }, { cut: 'before' });
    const creating = run(() => useCreateLine(cartId))(values, atOnce);
    await expect(creating).resolves.toMatchObject({ kind: 'failed', error: { effect: 'none' } });
  });
});

describe('saving a line', () => {
  it('keeps the line as it was read back', async () => {
    const { run, base, cartId, cached, isStale } = await desk();
    const request = { cartId, base, mine: { ...base, note: 'x' } };
    expect(await run(() => useSaveLine(cartId))(request, atOnce)).toMatchObject({ kind: 'saved' });
    expect(cached().line).toMatchObject({ note: 'x' });
    expect(isStale()).toBe(true);
  });

  it('that meets a conflict keeps theirs as the line', async () => {
    const { run, api, base, cartId, lineId, cached } = await desk();
    api.store.changeLine(lineId, { values: { note: 'theirs' } });
    const request = { cartId, base, mine: { ...base, note: 'x' } };
    expect(await run(() => useSaveLine(cartId))(request, atOnce)).toMatchObject({ kind: 'conflict' });
    expect(cached().line).toMatchObject({ note: 'theirs' });
  });
});

describe('deleting a line', () => {
  it('checks that it went, and forgets it', async () => {
    const { run, base, cartId, cached, isStale } = await desk();
    expect(await run(() => useDeleteLine(cartId)).mutateAsync(base)).toEqual({
      isGone: true,
      othersGone: 0,
    });
    expect(cached().line).toBeUndefined();
    expect(isStale()).toBe(true);
  });

  it('asks nothing before it leaves', async () => {
    const { run, base, api, cartId } = await desk();
    api.ledger.clear();
    api.faults.next({ operation: 'readCart', times: 9 }, { answer: { status: 500 } });
    await run(() => useDeleteLine(cartId)).mutateAsync(base);
    // The reading is the gateway's, which compares the line with the one shown.
    const asked = api.ledger.entries;
    expect(asked.map(({ operation }) => operation)).toEqual(['readLine', 'deleteLine']);
  });

  it('that is gone already counts as gone', async () => {
    const { run, base, api, cartId, lineId } = await desk();
    api.store.removeLine(lineId);
    const deleted = await run(() => useDeleteLine(cartId)).mutateAsync(base);
    expect(deleted).toEqual({ isGone: true, othersGone: 0 });
    expect(api.ledger.of('deleteLine')).toEqual([]);
  });

  it('answered without a body counts as gone', async () => {
    const { run, base, api, cartId } = await desk();
    api.faults.next({ operation: 'deleteLine' }, { answerAfter: { status: 204 } });
    expect(await run(() => useDeleteLine(cartId)).mutateAsync(base)).toEqual({
      isGone: true,
      othersGone: 0,
    });
  });

  it('that takes another line along says so', async () => {
    const { run, base, api, cartId } = await desk();
    const left = { id: cartId, product_order_item: [] };
    api.faults.next({ operation: 'deleteLine' }, { answer: { status: 200, body: left } });
    const deleted = await run(() => useDeleteLine(cartId)).mutateAsync(base);
    expect(deleted).toEqual({ isGone: true, othersGone: 1 });
  });

  it('whose answer is lost follows the cart', async () => {
    const { run, base, api, cartId } = await desk();
    api.faults.next({ operation: 'deleteLine' }, { cut: 'before' });
    const first = run(() => useDeleteLine(cartId)).mutateAsync(base);
    await expect(first).rejects.toMatchObject({ effect: 'none' });
    api.faults.next({ operation: 'deleteLine' }, { cut: 'after' });
    const second = await run(() => useDeleteLine(cartId)).mutateAsync(base);
    expect(second).toEqual({ isGone: true, othersGone: 0 });
  });

  it('answered with the line still there is not done', async () => {
    const { run, base, api, cartId, lineIds, cached } = await desk();
    const left = { id: cartId, product_order_item: lineIds.map((id) => ({ id, state: 'created' })) };
    api.faults.next({ operation: 'deleteLine' }, { answer: { status: 200, body: left } });
    expect(await run(() => useDeleteLine(cartId)).mutateAsync(base)).toEqual({
      isGone: false,
      othersGone: 0,
    });
    expect(cached().line).toBeDefined();
  });
});
