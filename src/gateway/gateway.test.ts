import { describe, expect, it } from 'vitest';
import { createDesk } from './desk-fixture';

const LIST = '/api/v1/product_order_item/';

describe('the document', () => {
  it('is given for every address of the app, with the strict policy and never kept', async () => {
    const answer = await createDesk().ask('/carts/c1/lines/new');
    const nonce = /nonce="([^"]{24})"/.exec(await answer.text())?.[1];
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; script-src http://desk.test:8080/assets/; style-src http://desk.test:8080/assets/; " +
        "font-src http://desk.test:8080/assets/; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'; report-uri /gw/csp; report-to csp, " +
        `script-src 'nonce-${nonce}'`,
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
    const { ask } = createDesk();
    const [one, two] = [await ask('/lines'), await ask('/lines')];
    expect(await one.text()).not.toBe(await two.text());
  });

  it('asks for https only where its public address is https', async () => {
    const answer = await createDesk({ publicOrigin: 'https://orders.example.com' }).ask('/lines');
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains');
    expect(answer.headers.get('Content-Security-Policy')).toContain(
      'script-src https://orders.example.com/assets/',
    );
  });

  it('is refused for a Host that could change the policy', async () => {
    const answer = await createDesk().ask('/lines', { headers: { Host: "x; script-src 'unsafe-inline'" } });
    expect(answer.status).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('is not there for %s', async (method) => {
    const answer = await createDesk().ask('/lines', { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('files', () => {
  it.each([
    ['br, gzip', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
    ['', null, 'plain'],
  ])('with a hashed name are kept for ever; Accept-Encoding "%s" gets %s', async (accept, encoding, body) => {
    const answer = await createDesk().ask('/assets/main-1.js', { headers: { 'Accept-Encoding': accept } });
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(body.length),
      'content-security-policy': "default-src 'none'",
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    expect(await answer.text()).toBe(body);
  });

  it('with a lasting name are kept for an hour', async () => {
    const answer = await createDesk().ask('/favicon.svg');
    expect([answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
      'image/svg+xml',
      'public, max-age=3600',
    ]);
  });

  it.each(['/assets/gone-2.js', '/assets', '/assets/'])(
    'that are missing are 404 and never the page: %s',
    async (path) => {
      const answer = await createDesk().ask(path);
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
      expect(await answer.json()).toMatchObject({ code: 'not_found' });
    },
  );
});

describe('what the page calls', () => {
  it.each<[string, string, RequestInit, number]>([
    ['an answer of the API', LIST, {}, 200],
    ['a session', '/auth/session', {}, 200],
    ['a refusal of a path', '/api/v1/other', {}, 404],
    ['a refusal of a query', `${LIST}?x=1`, {}, 400],
    ['a refusal of another site', LIST, { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    ['a refusal of a body', '/api/v1/product_order', { method: 'POST', body: '{' }, 415],
    ['an attempt that is none', '/gw/attempts/x/settle', { method: 'POST' }, 400],
    ['nothing of the gateway', '/gw/nothing', {}, 404],
    ['nothing of the sign-in', '/auth/nothing', {}, 404],
  ])('has the same headers to the letter: %s', async (_, path, init, status) => {
    const answer = await createDesk().ask(path, init);
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
    });
  });
});

describe('the log', () => {
  it('holds a template and never a query or an id', async () => {
    const { ask, logs } = createDesk();
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
    const { ask, logs } = createDesk();
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

  it('takes no flood of reports', async () => {
    const { ask } = createDesk();
    const report = () =>
      ask('/gw/csp', { method: 'POST', headers: { 'Content-Type': 'application/csp-report' }, body: '{}' });
    const statuses = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await report()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 204), 429]);
  });

  it('tells a fault of our own without inner detail', async () => {
    const { ask, logs } = createDesk({ forward: () => Promise.reject(new Error('inner detail')) });
    const answer = await ask(LIST);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('inner');
    expect(logs).toMatchObject([{ route: 'failed', status: 500 }]);
  });
});
