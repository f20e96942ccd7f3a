import { describe, expect, it } from 'vitest';
import { isWireObject } from '~/contract/scalars';
import { call } from '~/mock-api/testing/call';
import { createMockApi } from '~/mock-api/create-mock-api';
import { ConnectionCut } from './faults';
import { aCart, aLine } from '~/mock-api/store/given';

function apiWithLine() {
  const api = createMockApi();
  return { api, ...api.given(aCart({ lines: [aLine({ note: 'before' })] })) };
}

describe('a scripted fault', () => {
  it('befalls the next request of its operation and no other', async () => {
    const { api, cartId, lineId } = apiWithLine();
    api.faults.next(
      { operation: 'updateLine' },
      { answer: { status: 503, body: '<h1>Unavailable</h1>', headers: { 'retry-after': '7' } } },
    );
    expect((await call(api, 'readLine', { lineId })).status).toBe(200);
    const met = await call(api, 'updateLine', { cartId, lineId, body: { note: 'after' } });
    expect(met).toMatchObject({ status: 503, body: '<h1>Unavailable</h1>' });
    expect(met.headers.get('retry-after')).toBe('7');
    expect(met.headers.get('content-type')).toContain('text/html');
    expect((await call(api, 'readLine', { lineId })).body).toMatchObject({ note: 'before' });
    expect((await call(api, 'updateLine', { cartId, lineId, body: { note: 'after' } })).status).toBe(200);
  });

  it('hits the given number of requests of its line', async () => {
    const { api, cartId, lineId } = apiWithLine();
    const other = api.given(aCart({ lines: [aLine()] }));
    api.faults.next({ operation: 'readLine', lineId, times: 2 }, { answer: { status: 500 } });
    const statuses = [];
    for (const id of [other.lineId, lineId, lineId, lineId])
      statuses.push((await call(api, 'readLine', { lineId: id })).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect(api.ledger.of('readLine')).toHaveLength(4);
    expect(cartId).not.toBe(other.cartId);
  });

  it('holds an answer until it is released', async () => {
    const { api, cartId, lineId } = apiWithLine();
    const fault = api.faults.next({ operation: 'updateLine' }, { hold: 'after' });
    const answering = call(api, 'updateLine', { cartId, lineId, body: { note: 'after' } });
    await fault.met;
    expect(api.ledger.last('updateLine').status).toBeNull();
    fault.release();
    expect((await answering).status).toBe(200);
  });

  it('holds a request before the API acts on it', async () => {
    const { api, cartId, lineId } = apiWithLine();
    const fault = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
    const answering = call(api, 'updateLine', { cartId, lineId, body: { note: 'after' } });
    await fault.met;
    expect((await call(api, 'readLine', { lineId })).body).toMatchObject({ note: 'before' });
    fault.release();
    expect((await answering).body).toMatchObject({ note: 'after' });
  });

  it.each([
    ['before', 'before'],
    ['after', 'after'],
  ] as const)('cuts the connection %s the API acts', async (cut, note) => {
    const { api, cartId, lineId } = apiWithLine();
    api.faults.next({ operation: 'updateLine' }, { cut });
    const answering = call(api, 'updateLine', { cartId, lineId, body: { note: 'after' } });
    await expect(answering).rejects.toBeInstanceOf(ConnectionCut);
    expect(api.ledger.last('updateLine').status).toBeNull();
    expect((await call(api, 'readLine', { lineId })).body).toMatchObject({ note });
  });

  it('acts and answers a failure', async () => {
    const { api, cartId } = apiWithLine();
    api.faults.next({ operation: 'confirmCart' }, { answerAfter: { status: 504 } });
    expect((await call(api, 'confirmCart', { cartId })).status).toBe(504);
    expect(api.store.cart(cartId).state).toBe('in_progress');
  });

  it('bends the good answer', async () => {
    const { api, lineId } = apiWithLine();
    api.faults.next(
      { operation: 'readLine' },
      { reshape: (body) => ({ ...(isWireObject(body) ? body : {}), state: 42 }) },
    );
    const answer = await call(api, 'readLine', { lineId });
    expect(answer.body).toMatchObject({ id: lineId, state: 42 });
  });
});

describe('a well-known name', () => {
  it.each([404, 409, 422, 429, 500, 503])('FAIL %i makes saving a line fail so', async (status) => {
    const { api, cartId, lineId } = apiWithLine();
    const body = { customer_order_name: `Site FAIL ${status}` };
    expect((await call(api, 'updateLine', { cartId, lineId, body })).status).toBe(status);
    expect((await call(api, 'createLine', { cartId, body })).status).toBe(status);
    expect(api.store.cart(cartId).lines).toHaveLength(1);
  });

  it('SLOW makes a save take ten seconds', async () => {
    const { api, cartId, lineId } = apiWithLine();
    api.clock.hold();
    const body = { end_customer_name: 'SLOW' };
    const fault = api.faults.next({ operation: 'updateLine' }, {});
    const saving = call(api, 'updateLine', { cartId, lineId, body });
    await fault.met;
    api.clock.advance(9999);
    expect(api.ledger.last('updateLine').status).toBeNull();
    api.clock.advance(1);
    expect((await saving).status).toBe(200);
  });
});
