import { describe, expect, it } from 'vitest';
import type { ApiCall } from './api-request';
import { readManifest } from './build-manifest';
import type { ClientFile } from './client-files';
import { createGateway, type GatewayParts, type RequestLog } from './gateway';
import { apiHeaders } from './security-headers';

const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));

const script: ClientFile = {
  type: 'text/javascript; charset=utf-8',
  hashed: true,
  plain: encode('plain'),
  br: encode('brotli'),
  gzip: encode('gzip'),
};
const icon: ClientFile = {
  type: 'image/svg+xml',
  hashed: false,
  plain: encode('<svg/>'),
  br: null,
  gzip: null,
};

function createDesk(parts: Partial<GatewayParts> = {}) {
  const calls: ApiCall[] = [];
  const logs: RequestLog[] = [];
  const gateway = createGateway({
    client: {
      html: '<head><script nonce="__NONCE__"></script></head>',
      manifest: readManifest({}),
      files: new Map([
        ['/assets/main-1.js', script],
        ['/favicon.svg', icon],
      ]),
    },
    forward: async (call, id) => {
      calls.push(call);
      return new Response('{}', { headers: apiHeaders(id) });
    },
    sandbox: true,
    publicOrigin: null,
    log: (entry) => logs.push(entry),
    ...parts,
  });
  const ask = (target: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('Host')) headers.set('Host', 'desk.test:8080');
    return gateway(new Request('http://desk.test:8080/', { ...init, headers }), target);
  };
  return { ask, calls, logs };
}

const LIST = '/api/v1/product_order_item/';
const CREATE = '/api/v1/product_order';
const json = { 'Content-Type': 'application/json' };

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
    ['PATCH', '/api/v1/product_order/c-1/confirm/', {}],
    ['DELETE', '/api/v1/product_order/c-1/product_order_item/l_2/', {}],
  ])('let pass %s %s, to the letter', async (method, target, init) => {
    const { ask, calls } = createDesk();
    expect((await ask(target, { ...init, method })).status).toBe(200);
    expect(calls).toMatchObject([{ method, target }]);
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
    const { ask, calls } = createDesk();
    const answer = await ask(target, init);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code, acted: 'no' });
    expect(calls).toEqual([]);
  });

  it('give refusals the headers of every API answer', async () => {
    const answer = await createDesk().ask('/api/nothing');
    const id = answer.headers.get('X-Request-Id') ?? '';
    expect(Object.fromEntries(answer.headers)).toEqual(Object.fromEntries(apiHeaders(id)));
    expect(await answer.json()).toEqual({ code: 'not_found', acted: 'no', id });
  });

  it('let our own page pass', async () => {
    const headers = { ...json, 'Sec-Fetch-Site': 'same-origin', Origin: 'http://desk.test:8080' };
    expect((await createDesk().ask(CREATE, { method: 'POST', body: '{}', headers })).status).toBe(200);
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

  it('tells a fault of our own without inner detail', async () => {
    const { ask, logs } = createDesk({ forward: () => Promise.reject(new Error('inner detail')) });
    const answer = await ask(LIST);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('inner');
    expect(logs).toMatchObject([{ route: 'failed', status: 500 }]);
  });
});
