import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCart } from '~/contract/cart';
import { createMockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenCart } from '~/mock-api/store/given';
import { cartQueries, isUnderWay, restartPolling } from './carts';
import { createQueryClient } from '~/api/transport/query-client';
import { answerWith, connectTo } from '~/api/testing/stand-in-network';

function serverWith(cart: GivenCart, dialect: MockApiOptions['dialect'] = {}) {
  const api = createMockApi({ dialect });
  const { cartId, lineIds } = api.given(cart);
  connectTo(api);
  return {
    api,
    cartId,
    lineIds,
    read: () => createQueryClient().query(cartQueries.detail(cartId)),
    calls: () => api.ledger.entries.map(({ operation }) => operation),
  };
}

const CONFIRMED = aCart({
  external_id: 'EXT-1',
  state: 'partial',
  lines: [aLine({ state: 'acknowledged' }), aLine({ state: 'acknowledged' })],
});

describe('the state of a cart', () => {
  it('of drafts is a draft, and nothing more is asked', async () => {
    const { read, calls } = serverWith(aCart({ external_id: 'EXT-1', lines: [aLine()] }));
    expect(await read()).toMatchObject({
      status: { state: 'created', source: 'derived' },
      header: null,
    });
    expect(calls()).toEqual(['readCart']);
  });

  it("is the list's once its lines have moved on", async () => {
    const { read, api, cartId } = serverWith(CONFIRMED);
    const { status, header } = await read();
    expect(status).toEqual({ state: 'partial', source: 'list' });
    expect(header).toMatchObject({ id: cartId, state: 'partial' });
    expect(api.ledger.last('listCarts').query).toMatchObject({ external_id: 'EXT-1', page: '1' });
    expect(api.ledger.last('listCarts').query).not.toHaveProperty('project_id');
  });

  it('is found by its project when it has no reference', async () => {
    const { read, api } = serverWith({ ...CONFIRMED, external_id: '', project_id: 'P-1' });
    expect((await read()).status.source).toBe('list');
    expect(api.ledger.last('listCarts').query).toMatchObject({ project_id: 'P-1' });
  });

  it('is never that of another cart with the same reference', async () => {
    const { api, read } = serverWith(CONFIRMED);
    api.given(aCart({ external_id: 'EXT-1', state: 'rejected' }));
    expect((await read()).status.state).toBe('partial');
  });

  it('is derived from its lines without a reference', async () => {
    const { read, calls } = serverWith({ ...CONFIRMED, external_id: '' });
    expect(await read()).toMatchObject({
      status: { state: 'completed', source: 'derived' },
      header: null,
    });
    expect(calls()).toEqual(['readCart']);
  });

  it('is derived when the list does not hold it', async () => {
    const { api, read } = serverWith(CONFIRMED);
    api.faults.next({ operation: 'listCarts' }, { answer: { status: 200, body: { count: 0, results: [] } } });
    expect((await read()).status).toEqual({ state: 'completed', source: 'derived' });
  });

  it.each([401, 403, 404, 429, 500])('is derived when the list fails with %i', async (code) => {
    const { api, read } = serverWith(CONFIRMED);
    api.faults.next({ operation: 'listCarts', times: 9 }, { answer: { status: code } });
    const { status, cart } = await read();
    expect(status.source).toBe('derived');
    expect(cart.lines).toHaveLength(2);
  });

  it('is its own word when its detail says one', async () => {
    const { read, calls } = serverWith(CONFIRMED, { cartDetail: 'with-state' });
    expect((await read()).status).toEqual({ state: 'partial', source: 'answer' });
    expect(calls()).toEqual(['readCart']);
  });
});

describe('reading a cart', () => {
  it('that does not exist is not found', async () => {
    connectTo(createMockApi());
    const reading = createQueryClient().query(cartQueries.detail('nobody'));
    await expect(reading).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('that answers without lines is unreadable, not an empty cart', async () => {
    answerWith(200, { id: 'C' });
    const reading = createQueryClient().query(cartQueries.detail('C'));
    await expect(reading).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('a cart', () => {
  const reading = (states: string[], state: string, source: 'answer' | 'list' | 'derived') => ({
    cart: readCart({ id: 'C', product_order_item: states.map((line, id) => ({ id, state: line })) }),
    status: { state, source },
    header: null,
  });

  it.each([
    [['created'], 'created', 'derived', false],
    [['created'], 'created', 'list', false],
    [['in_progress'], 'in_progress', 'answer', true],
    [['in_progress'], 'in_progress', 'derived', true],
    [['acknowledged'], 'in_progress', 'list', true],
    [['acknowledged', 'in_progress'], 'completed', 'list', false],
    [['acknowledged', 'in_progress'], 'completed', 'derived', true],
    [['acknowledged', 'held_adv_validation'], 'completed', 'derived', false],
    [['acknowledged', 'rejected_creation'], 'partial', 'derived', false],
    [['rejected_creation', 'in_progress'], 'partial', 'derived', true],
    [['rejected_creation'], 'rejected', 'derived', false],
    [['technical_error'], 'in_progress', 'derived', true],
    [['acknowledged'], 'archived', 'answer', true],
  ] as const)('with lines %j that is %s by its %s is under way: %s', (states, state, source, expected) => {
    expect(isUnderWay(reading([...states], state, source))).toBe(expected);
  });
});

describe('watching a cart', () => {
  const FIRST = 2000;

  beforeEach(() => {
    vi.useFakeTimers();
    environmentManager.setIsServer(() => false);
  });
  afterEach(() => vi.useRealTimers());

  function watching(cart: GivenCart) {
    const server = serverWith(cart);
    const observer = new QueryObserver(createQueryClient(), cartQueries.detail(server.cartId));
    const reads = () => server.api.ledger.of('readCart').length;
    return { ...server, reads, stop: observer.subscribe(() => undefined) };
  }

  const UNDER_WAY = aCart({ lines: [aLine({ state: 'in_progress' })] });

  it('that is a draft or settled reads it once', async () => {
    for (const cart of [aCart({ lines: [aLine()] }), CONFIRMED]) {
      const { reads, stop } = watching(cart);
      await vi.advanceTimersByTimeAsync(10 * 60_000);
      expect(reads()).toBe(1);
      stop();
    }
  });

  it('that is under way reads it again at growing intervals', async () => {
    const { api, lineIds, reads, stop } = watching(UNDER_WAY);
    await vi.advanceTimersByTimeAsync(FIRST - 100);
    expect(reads()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(reads()).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    const inTheFirstMinute = reads();
    expect(inTheFirstMinute).toBeGreaterThan(4);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(reads() - inTheFirstMinute).toBeLessThan(13);
    api.store.changeLine(lineIds[0] ?? '', { status: { state: 'acknowledged' } });
    await vi.advanceTimersByTimeAsync(60_000);
    const settled = reads();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    // An order may be cancelled after the cart has settled.
    expect(reads() - settled).toBeLessThanOrEqual(3);
    const looked = reads();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(reads()).toBe(looked);
    stop();
  });

  it('gives up after an hour, and begins anew when asked', async () => {
    const { cartId, reads, stop } = watching(UNDER_WAY);
    await vi.advanceTimersByTimeAsync(61 * 60_000);
    const within = reads();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(reads()).toBe(within);
    stop();
    restartPolling(cartId);
    const again = new QueryObserver(createQueryClient(), cartQueries.detail(cartId));
    const end = again.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(FIRST + 100);
    expect(reads()).toBe(within + 2);
    end();
  });
});
