import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { createTestGateway } from '~/gateway/testing/gateway-fixture';
import { apiHeaders } from '~/gateway/http/security-headers';

const LIST = '/api/v1/product_order_item/';
const CREATE = '/api/v1/product_order';
const json = { 'Content-Type': 'application/json' };

describe('the front checks of the API', () => {
  it.each<[string, string, RequestInit]>([
    [
      'GET',
      `${LIST}?state=created&search=a%26b&sort=-creation_date&page=2&page_size=50&limit=50&offset=50`,
      {},
    ],
    [
      'POST',
      CREATE,
      { body: '{"external_id":"é"}', headers: { 'Content-Type': 'Application/JSON; charset=utf-8' } },
    ],
    ['POST', '/api/v1/product_order/c-1/product_order_item', { body: '{}', headers: json }],
    ['GET', '/api/v1/product_order_item/l_2/', {}],
  ])('let pass %s %s, to the letter', async (method, target, init) => {
    const { ask, calls } = createTestGateway();
    expect((await ask(target, { ...init, method })).status).toBe(200);
    expect(calls).toMatchObject([{ method, target }]);
  });

  it('let pass a write with its base, to the letter', async () => {
    const target = '/api/v1/product_order/c-1/product_order_item/l_2/';
    const { ask, calls } = createTestGateway({
      forward: async (_, id) => new Response('{"id":"l_2","state":"created"}', { headers: apiHeaders(id) }),
    });
    const headers = { 'X-OT-Base': await lineFingerprint(readOrderLine({ id: 'l_2' })) };
    expect((await ask(target, { method: 'DELETE', headers })).status).toBe(200);
    expect(calls).toMatchObject([{ operation: 'readLine' }, { method: 'DELETE', target, body: null }]);
  });

  it.each<[string, string, RequestInit, number, string]>([
    ['an unknown path', '/api/v1/product_orders/', {}, 404, 'not_found'],
    ['a wrong slash', '/api/v1/product_order_item', {}, 404, 'not_found'],
    ['the root', '/api', {}, 404, 'not_found'],
    ['an unknown gateway call', '/gw/x', {}, 404, 'not_found'],
    ['an escape in the path', '/api/v1/product_order/%63/', {}, 404, 'bad_path'],
    ['a point in an id', '/api/v1/product_order/a.b/', {}, 404, 'not_found'],
    ['an id too long', `/api/v1/product_order/${'a'.repeat(65)}/`, {}, 404, 'not_found'],
    ['a wrong method', LIST, { method: 'PUT' }, 405, 'method_not_allowed'],
    ['a preflight', LIST, { method: 'OPTIONS' }, 405, 'method_not_allowed'],
    ['a HEAD', LIST, { method: 'HEAD' }, 405, 'method_not_allowed'],
    ['an unknown query name', `${LIST}?is_admin=1`, {}, 400, 'bad_query'],
    ['a query name of the other list', `${LIST}?project_id=1`, {}, 400, 'bad_query'],
    ['a query name twice', `${LIST}?state=a&state=b`, {}, 400, 'bad_query'],
    ['a query value too long', `${LIST}?search=${'a'.repeat(257)}`, {}, 400, 'bad_query'],
    ['a query where none is known', '/api/v1/product_order_item/l1/?state=x', {}, 400, 'bad_query'],
    [
      'a body of another type',
      CREATE,
      { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } },
      415,
      'bad_body_type',
    ],
    ['a body that is no JSON', CREATE, { method: 'POST', body: '{', headers: json }, 400, 'bad_body'],
    [
      'a body of a hundred levels',
      CREATE,
      { method: 'POST', body: '['.repeat(100) + ']'.repeat(100), headers: json },
      400,
      'bad_body',
    ],
    [
      'a body of three thousand keys',
      CREATE,
      { method: 'POST', body: JSON.stringify(Array(3000).fill(1)), headers: json },
      400,
      'bad_body',
    ],
    [
      'a write without our mark',
      CREATE,
      { method: 'POST', body: '{}', headers: { ...json, 'X-OT': '' } },
      403,
      'cross_site',
    ],
    ['no body where one is needed', CREATE, { method: 'POST', headers: json }, 400, 'bad_body'],
    [
      'a body where none is known',
      '/api/v1/product_order/c/confirm/',
      { method: 'PATCH', body: '{}', headers: json },
      400,
      'bad_body',
    ],
    [
      'a body too large',
      CREATE,
      { method: 'POST', body: `"${'a'.repeat(256 * 1024)}"`, headers: json },
      413,
      'body_too_large',
    ],
    ['another site', LIST, { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403, 'cross_site'],
    ['a sister site', LIST, { headers: { 'Sec-Fetch-Site': 'same-site' } }, 403, 'cross_site'],
    ['an address typed by hand', LIST, { headers: { 'Sec-Fetch-Site': 'none' } }, 403, 'cross_site'],
    [
      'a write from another origin',
      CREATE,
      { method: 'POST', body: '{}', headers: { ...json, Origin: 'http://evil.example.com' } },
      403,
      'cross_site',
    ],
  ])('refuse %s', async (_, target, init, status, code) => {
    const { ask, calls } = createTestGateway();
    const answer = await ask(target, init);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code, acted: 'no' });
    expect(calls).toEqual([]);
  });

  it('give refusals the headers of every API answer', async () => {
    const answer = await createTestGateway().ask('/api/nothing');
    const id = answer.headers.get('X-Request-Id') ?? '';
    expect(Object.fromEntries(answer.headers)).toEqual(Object.fromEntries(apiHeaders(id)));
    expect(await answer.json()).toEqual({ code: 'not_found', acted: 'no', id });
  });

  it('say the limit and the size of a body too large', async () => {
    const body = `"${'a'.repeat(256 * 1024)}"`;
    const headers = { ...json, 'Content-Length': String(body.length) };
    const answer = await createTestGateway().ask(CREATE, { method: 'POST', body, headers });
    expect(await answer.json()).toMatchObject({ limit: 262_144, size: 262_146 });
  });

  it('let our own page pass', async () => {
    const headers = { ...json, 'Sec-Fetch-Site': 'same-origin', Origin: 'http://desk.test:8080' };
    expect((await createTestGateway().ask(CREATE, { method: 'POST', body: '{}', headers })).status).toBe(200);
  });

  it.each([
    ['127.0.0.1:8080', 200],
    ['localhost:8080', 200],
    ['[::1]:8080', 200],
    ['evil.example.com:8080', 400],
    ['127.0.0.1.evil.example.com', 400],
    ['10.0.0.5:8080', 400],
    ['localhost.evil.example.com', 400],
  ])('let a local API answer the Host %s with %i', async (host, status) => {
    const headers = { Host: host, 'Sec-Fetch-Site': 'same-origin', Origin: `http://${host}` };
    for (const path of [LIST, '/lines', '/auth/session']) {
      const { ask, calls } = createTestGateway({ isLoopbackOnly: true });
      expect((await ask(path, { headers })).status).toBe(status);
      expect(calls.length === 0 || status === 200).toBe(true);
    }
  });
});
