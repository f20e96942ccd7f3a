import { describe, expect, it } from 'vitest';
import { operationNames, operationPath, operations } from '~/contract/operations';
import { call } from '~/mock-api/testing/call';
import { createMockApi } from './create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

const BODIES: Readonly<Record<string, unknown>> = {
  createCart: { external_id: '12345' },
  updateCart: { external_id: '6789' },
  createLine: { product_offering_id: '2173', product_offering_qualification_item_id: 'e1' },
  updateLine: { note: 'x' },
};

describe('the table of operations', () => {
  it.each(operationNames)('%s is answered', async (name) => {
    const api = createMockApi();
    const { cartId, lineId } = api.given(aCart({ lines: [aLine()] }));
    const answer = await call(api, name, { cartId, lineId, body: BODIES[name] });
    expect([200, 201, 204]).toContain(answer.status);
    expect(api.ledger.of(name)).toHaveLength(1);
  });

  it.each(operationNames)('%s is not found when its last slash is wrong', async (name) => {
    const api = createMockApi();
    const { cartId, lineId } = api.given(aCart({ lines: [aLine()] }));
    const { method } = operations[name];
    const path = operationPath(name, { cartId, lineId });
    const wrong = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    const response = await api.fetch(new Request(`https://api.example${wrong}`, { method }));
    expect(response.status).toBe(404);
  });

  it('refuses a body that is no JSON', async () => {
    const api = createMockApi();
    const request = new Request('https://api.example/api/v1/product_order', { method: 'POST', body: '{' });
    expect((await api.fetch(request)).status).toBe(400);
  });

  it('records each request with its body and status', async () => {
    const api = createMockApi({ now: new Date('2026-03-02T09:00:00Z') });
    const { cartId, lineId } = api.given(aCart({ lines: [aLine()] }));
    await call(api, 'updateLine', { cartId, lineId, body: { note: 'x' } });
    await call(api, 'listLines', { query: { state: 'created' } });
    await api.fetch(new Request('https://api.example/api/v1/nothing'));
    expect(api.ledger.entries).toMatchObject([
      { operation: 'updateLine', ids: { cartId, lineId }, body: { note: 'x' }, status: 200 },
      { operation: 'listLines', query: { state: 'created' }, body: undefined, status: 200 },
      { operation: null, path: '/api/v1/nothing', status: 404 },
    ]);
    expect(api.ledger.last('updateLine').at).toBe(Date.parse('2026-03-02T09:00:00Z'));
  });
});
