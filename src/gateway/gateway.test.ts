import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { operationPath } from '~/contract/operations';
import { apiHeaders } from '~/gateway/http/security-headers';
import { toReviewed } from '~/gateway/testing/confirming-person';
import { createTestGateway } from '~/gateway/testing/gateway-fixture';

const LIST = '/api/v1/product_order_item/';

describe('the document', () => {
  it('has the strict policy at every URL and no cache', async () => {
    const answer = await createTestGateway().ask('/carts/c1/lines/new');
    const nonce = /nonce="([^"]{24})"/.exec(await answer.text())?.[1];
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; script-src http://desk.test:8080/assets/; worker-src http://desk.test:8080/assets/; style-src http://desk.test:8080/assets/; " +
        "font-src http://desk.test:8080/assets/; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default; report-uri /gw/csp; report-to csp, " +
        `script-src 'nonce-${nonce}'; worker-src http://desk.test:8080/assets/`,
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy':
        'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
      'referrer-policy': 'no-referrer',
      'reporting-endpoints': 'csp="http://desk.test:8080/gw/csp"',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('has another nonce in each response', async () => {
    const { ask } = createTestGateway();
    const [one, two] = [await ask('/lines'), await ask('/lines')];
    expect(await one.text()).not.toBe(await two.text());
  });

  it('asks for https only where its public address is https', async () => {
    const answer = await createTestGateway({ publicOrigin: 'https://orders.example.com' }).ask('/lines');
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains');
    expect(answer.headers.get('Content-Security-Policy')).toContain(
      'script-src https://orders.example.com/assets/',
    );
  });

  it('is refused for a Host that changes the policy', async () => {
    const answer = await createTestGateway().ask('/lines', {
      headers: { Host: "x; script-src 'unsafe-inline'" },
    });
    expect(answer.status).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('is refused for %s', async (method) => {
    const answer = await createTestGateway().ask('/lines', { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('files', () => {
  it.each([
    ['br, gzip', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
    ['', null, 'plain'],
  ])('with a hash are cached; Accept-Encoding "%s" gets %s', async (accept, encoding, body) => {
    const answer = await createTestGateway().ask('/assets/main-1.js', {
      headers: { 'Accept-Encoding': accept },
    });
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(body.length),
      'content-security-policy': "default-src 'none'",
      'cross-origin-embedder-policy': 'require-corp',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    expect(await answer.text()).toBe(body);
  });

  it('with a fixed name are cached for an hour', async () => {
    const answer = await createTestGateway().ask('/favicon.svg');
    expect([answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
      'image/svg+xml',
      'public, max-age=3600',
    ]);
  });

  it.each(['/assets/gone-2.js', '/assets', '/assets/'])('that are missing are 404: %s', async (path) => {
    const answer = await createTestGateway().ask(path);
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  });
});

describe('an answer to the page', () => {
  it.each<[string, string, RequestInit, number]>([
    ['an answer of the API', LIST, {}, 200],
    ['a session', '/auth/session', {}, 200],
    ['a refusal of a path', '/api/v1/other', {}, 404],
    ['a refusal of a query', `${LIST}?x=1`, {}, 400],
    ['a refusal of another site', LIST, { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    ['a refusal of a body', '/api/v1/product_order', { method: 'POST', body: '{' }, 415],
    ['an invalid key', '/gw/idempotency-keys/x/resolve', { method: 'POST' }, 400],
    ['an unknown gateway call', '/gw/nothing', {}, 404],
    ['an unknown sign-in call', '/auth/nothing', {}, 404],
  ])('has exactly these headers: %s', async (_, path, init, status) => {
    const answer = await createTestGateway().ask(path, init);
    expect(answer.status).toBe(status);
    const { 'x-request-id': id, ...headers } = Object.fromEntries(answer.headers);
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(headers).toEqual({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="api.json"',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Cookie, Sec-Fetch-Site, Origin',
      'x-content-type-options': 'nosniff',
      'x-ot': '1',
    });
  });
});

describe('a locked cart', () => {
  it.each([12, '9c1b'])('is told with the reading of its line, id %j', async (id) => {
    const answers = {
      readCart: { id, product_order_item: [{ id: 7, state: 'created' }] },
      readLine: { id: 7, product_order_id: id, state: 'created' },
    };
    const { ask, calls } = createTestGateway({
      forward: async ({ operation }, requestId) => {
        if (operation === 'confirmCart') return new Promise<never>(() => undefined);
        const body = operation === 'readLine' ? answers.readLine : answers.readCart;
        return new Response(JSON.stringify(body), { headers: apiHeaders(requestId) });
      },
    });
    const reviewed = await toReviewed(String(id), answers.readCart);
    const asked = await ask('/gw/confirm-tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(reviewed),
    });
    const { ticket } = z.object({ ticket: z.string() }).parse(await asked.json());
    void ask(operationPath('confirmCart', { cartId: String(id) }), {
      method: 'PATCH',
      headers: { 'X-OT-Ticket': ticket },
    });
    await expect.poll(() => calls.at(-1)?.operation).toBe('confirmCart');
    const line = await ask(operationPath('readLine', { lineId: '7' }));
    expect(line.headers.get('X-OT-Lock')).toContain('"state"');
  });
});

describe('the log', () => {
  it('holds a template and never a query or an id', async () => {
    const { ask, logs } = createTestGateway();
    await ask('/api/v1/product_order/secret-id/');
    await ask(`${LIST}?search=Jeanne+Dupont`);
    await ask('/lines/secret-id?search=Jeanne');
    expect(logs.map(({ route, status }) => [route, status])).toEqual([
      ['/api/v1/product_order/{cartId}/', 200],
      [LIST, 200],
      ['document', 200],
    ]);
    expect(JSON.stringify(logs)).not.toMatch(/secret|Jeanne/);
  });

  it('holds the directive of a browser’s report alone', async () => {
    const { ask, logs } = createTestGateway();
    const answer = await ask('/gw/csp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/csp-report' },
      body: JSON.stringify({
        'csp-report': { 'effective-directive': 'script-src-elem', 'document-uri': '/lines?x=Jeanne' },
      }),
    });
    expect(answer.status).toBe(204);
    expect(logs).toMatchObject([{ route: '/gw/csp', violated: 'script-src-elem' }]);
    expect(JSON.stringify(logs)).not.toContain('Jeanne');
  });

  it('limits reports', async () => {
    const { ask } = createTestGateway();
    const report = () =>
      ask('/gw/csp', { method: 'POST', headers: { 'Content-Type': 'application/csp-report' }, body: '{}' });
    const statuses = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await report()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 204), 429]);
  });

  it('has no inner detail of a fault', async () => {
    const { ask, logs } = createTestGateway({ forward: () => Promise.reject(new Error('inner detail')) });
    const answer = await ask(LIST);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('inner');
    expect(logs).toMatchObject([{ route: 'failed', status: 500 }]);
  });
});
