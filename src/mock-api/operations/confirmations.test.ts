import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { call } from '~/mock-api/testing/call';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenLine } from '~/mock-api/store/given';
import { rejected } from './outcomes';

async function confirmed(...lines: GivenLine[]) {
  const api = createMockApi({ now: new Date('2026-03-02T09:00:00Z') });
  const ids = api.given(aCart({ lines }));
  await call(api, 'confirmCart', { cartId: ids.cartId });
  return { api, ...ids };
}

async function lineOf(api: MockApi, lineId: string) {
  return readOrderLine((await call(api, 'readLine', { lineId })).body);
}

async function cartState(api: MockApi) {
  await call(api, 'listCarts');
  return api.store.carts()[0];
}

describe('after a confirmation', () => {
  it('a line is in progress, then acknowledged', async () => {
    const { api, lineId } = await confirmed(aLine());
    api.clock.advance(1999);
    expect((await lineOf(api, lineId)).state).toBe('in_progress');
    api.clock.advance(1);
    const line = await lineOf(api, lineId);
    expect(line.state).toBe('acknowledged');
    expect(line.state_change.map(({ state }) => state)).toEqual(['created', 'in_progress', 'acknowledged']);
    expect(line.order_date).toBe('2026-03-02T10:00:02.000+01:00');
  });

  it('lines are decided one by one within eight seconds', async () => {
    const { api, lineIds } = await confirmed(...Array.from({ length: 20 }, () => aLine()));
    api.clock.advance(2000);
    const first = await Promise.all(lineIds.map((id) => lineOf(api, id)));
    expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['acknowledged', 'in_progress']));
    api.clock.advance(6000);
    const last = await Promise.all(lineIds.map((id) => lineOf(api, id)));
    expect(new Set(last.map(({ state }) => state))).toEqual(new Set(['acknowledged']));
  });

  it.each([
    ['HOLD', 'held_adv_validation'],
    ['STAY', 'in_progress'],
    ['ODD', 'technical_error'],
    ['CANCEL', 'acknowledged'],
    ['REJECT', 'rejected_creation'],
    ['REJECT ENNI', 'rejected_creation'],
    ['anything else', 'acknowledged'],
  ])('a line called %s becomes %s', async (name, state) => {
    const { api, lineId } = await confirmed(aLine({ customer_order_name: `Site ${name}` }));
    api.clock.advance(8000);
    expect((await lineOf(api, lineId)).state).toBe(state);
  });

  it.each([
    ['REJECT', 'related_contact_information[0].siret', '73282932000074'],
    ['REJECT ENNI', 'enni', 'AZ001234'],
  ])('a line called %s says which field was wrong, and its value', async (name, property_path, value) => {
    const { api, lineId } = await confirmed(aLine({ end_customer_name: name }));
    api.clock.advance(8000);
    const line = await lineOf(api, lineId);
    expect(line.termination_error).toMatchObject([{ property_path, value }]);
    expect(line.order_date).toBe('');
  });

  it('a line called CANCEL is cancelled later', async () => {
    const { api, lineId } = await confirmed(aLine({ customer_order_name: 'CANCEL' }));
    api.clock.advance(2000);
    expect((await lineOf(api, lineId)).cancellation_date).toBe('');
    api.clock.advance(5000);
    expect((await lineOf(api, lineId)).cancellation_date).toBe('2026-03-02T10:00:07.000+01:00');
  });

  it.each([
    [['', 'HOLD', 'STAY'], 'completed'],
    [['', 'REJECT'], 'partial'],
    [['REJECT', 'REJECT ENNI'], 'rejected'],
  ])('a cart of lines called %j becomes %s', async (names, state) => {
    const { api } = await confirmed(...names.map((name) => aLine({ customer_order_name: name })));
    expect(await cartState(api)).toMatchObject({ state: 'in_progress', completion_date: null });
    api.clock.advance(8000);
    const cart = await cartState(api);
    expect(cart?.state).toBe(state);
    expect(cart?.order_date).toBe(Date.parse('2026-03-02T09:00:00Z'));
    expect(cart?.completion_date).toBeGreaterThan(Date.parse('2026-03-02T09:00:00Z'));
  });

  it.each([
    ['LOST ANSWER', 'in_progress'],
    ['LOST ORDER', 'created'],
  ])(
    'a cart with a line called %s answers that it took too long, and its lines are %s',
    async (name, state) => {
      const api = createMockApi();
      const { cartId, lineId } = api.given(aCart({ lines: [aLine({ customer_order_name: name }), aLine()] }));
      expect((await call(api, 'confirmCart', { cartId })).status).toBe(504);
      expect((await lineOf(api, lineId)).state).toBe(state);
    },
  );

  it('a test sets the outcome by id or reference', async () => {
    const { api, lineIds } = await confirmed(aLine(), aLine({ external_id: 'L-2' }));
    api.outcome(lineIds[0] ?? '', { state: 'held_adv_validation', after: 60_000 });
    api.outcome('L-2', rejected('UNKNOWN_ENNI', 'enni', 'AZ1'));
    api.clock.advance(59_999);
    expect((await lineOf(api, lineIds[0] ?? '')).state).toBe('in_progress');
    expect((await lineOf(api, lineIds[1] ?? '')).state).toBe('rejected_creation');
    api.clock.advance(1);
    expect((await lineOf(api, lineIds[0] ?? '')).state).toBe('held_adv_validation');
  });

  it('a line given in progress can be decided', async () => {
    const api = createMockApi();
    api.clock.hold();
    const { lineId } = api.given(aCart({ lines: [aLine({ state: 'in_progress' })] }));
    api.outcome(lineId, { state: 'acknowledged', after: 0 });
    expect((await lineOf(api, lineId)).state).toBe('acknowledged');
    expect(await cartState(api)).toMatchObject({ state: 'completed' });
  });
});
