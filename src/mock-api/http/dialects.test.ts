import { describe, expect, it } from 'vitest';
import { readListPage } from '~/contract/list-envelope';
import { readOrderLine } from '~/contract/order-line';
import { call, fieldNames, namedFields } from '~/mock-api/testing/call';
import { createMockApi } from '~/mock-api/create-mock-api';
import { OTHER_DIALECT, type Dialect } from './dialects';
import { aCart, aLine } from '~/mock-api/store/given';

function apiOf(dialect: Partial<Dialect>) {
  const api = createMockApi({ dialect });
  return { api, ...api.given(aCart({ lines: [aLine({ enni_2: 'AZ2' }), aLine()] })) };
}

describe('a dialect', () => {
  it.each([
    ['count-results', 1, 2],
    ['items-count', 1, 2],
    ['bare', 2, null],
    ['bare-with-total', 1, 2],
  ] as const)('lists as %s', async (list, rows, total) => {
    const { api } = apiOf({ list });
    const { body, headers } = await call(api, 'listLines', { query: { page_size: '1' } });
    const page = readListPage(body, headers, readOrderLine);
    expect(page.rows).toHaveLength(rows);
    expect(page.total).toBe(total);
  });

  it.each([
    ['examples', 'enni2'],
    ['tables', 'enni_2'],
  ] as const)("spells as the document's %s do", async (spelling, name) => {
    const { api, lineId } = apiOf({ spelling });
    const { body } = await call(api, 'readLine', { lineId });
    expect(body).toHaveProperty(name, 'AZ2');
    expect(fieldNames(body).filter((key) => /^enni_?2$/.test(key))).toEqual([name]);
  });

  it('ignores the other spelling when told to', async () => {
    const { api, cartId, lineId } = apiOf({ spelling: 'examples', reads: 'own-spelling' });
    const deaf = await call(api, 'updateLine', { cartId, lineId, body: { enni_2: 'AZ3' } });
    expect(deaf.body).toMatchObject({ enni2: 'AZ2' });
    const heard = await call(api, 'updateLine', { cartId, lineId, body: { enni2: 'AZ3' } });
    expect(heard.body).toMatchObject({ enni2: 'AZ3' });
  });

  it('sends the VLAN as text', async () => {
    const { api, lineId } = apiOf({ vlan: 'text' });
    expect((await call(api, 'readLine', { lineId })).body).toMatchObject({ vlan_reference: '1257' });
  });

  it('says the state of a cart in its detail', async () => {
    const { api, cartId } = apiOf({ cartDetail: 'with-state' });
    expect((await call(api, 'readCart', { cartId })).body).toMatchObject({ state: 'created' });
  });

  it.each([
    ['cart', 200, true],
    ['header', 200, false],
    ['nothing', 204, false],
  ] as const)('answers a confirmation with %s', async (confirmAnswer, status, hasLines) => {
    const { api, cartId } = apiOf({ confirmAnswer });
    const answer = await call(api, 'confirmCart', { cartId });
    expect(answer.status).toBe(status);
    expect(fieldNames(answer.body).includes('product_order_item')).toBe(hasLines);
  });

  it.each([
    ['django-rest', 400, 'application/json'],
    ['loc-msg', 422, 'application/json'],
    ['problem', 422, 'application/problem+json'],
  ] as const)('words its errors as %s', async (errors, status, type) => {
    const { api, cartId } = apiOf({ errors });
    const answer = await call(api, 'createLine', {
      cartId,
      body: { related_contact_information: [{ latitude: 'north' }] },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(namedFields(answer.body)).toEqual(['related_contact_information.0.latitude']);
    const missing = await call(api, 'readLine', { lineId: 'none' });
    expect(missing.status).toBe(404);
  });

  it('renames a state in lines, lists and histories', async () => {
    const api = createMockApi({ dialect: OTHER_DIALECT });
    const { lineId } = api.given(aCart({ lines: [aLine({ state: 'held_adv_validation' })] }));
    const line = readOrderLine((await call(api, 'readLine', { lineId })).body);
    expect(line.state).toBe('technical_error');
    expect(line.state_change.at(-1)?.state).toBe('technical_error');
    const { body } = await call(api, 'listLines');
    expect(body).toMatchObject({ items: [{ state: 'technical_error' }] });
  });
});
