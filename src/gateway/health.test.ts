import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryState } from '~/gateway/state/memory-state';
import { StateUnavailableError, type StateStore } from '~/gateway/state/state-store';
import { NotSentError, type Upstream } from '~/gateway/upstream/upstream';
import { composeGateway } from './compose';
import type { Environment } from '~/gateway/settings/setting-readers';
import { readSettings } from '~/gateway/settings/settings';

function aGateway(
  env: Environment = {},
  { upstream = async () => Response.json({}), state = createMemoryState() }: Partial<Outside> = {},
) {
  const read = readSettings(env);
  const audit: string[] = [];
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const gateway = composeGateway({
    settings: read.settings,
    client: { html: '<head><script></script></head>', screens: new Map(), files: new Map() },
    upstream,
    origin: 'http://sandbox',
    state,
    logRequest: () => undefined,
    logAudit: async (line) => void audit.push(line),
  });
  const ask = (path: string, method = 'GET', headers: HeadersInit = {}) => {
    const request = new Request(`http://127.0.0.1${path}`, { method, headers });
    request.headers.set('Host', '127.0.0.1');
    return gateway.answer(request, path, '127.0.0.1');
  };
  return { ...gateway, ask, audit };
}

/** What stands around a gateway. */
interface Outside {
  readonly upstream: Upstream;
  readonly state: StateStore;
}

/** A provider that gives one JSON answer to everything; gives its origin. */
async function aProvider(answer: (origin: string) => readonly [status: number, body: object]) {
  const provider = createServer((_, outgoing) => {
    const [status, body] = answer(origin);
    outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const bound = provider.address();
  const origin = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  onTestFinished(() => {
    provider.closeAllConnections();
    provider.close();
  });
  return origin;
}

const KEYS = [1, 2].map((step) =>
  Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + step) % 256)).toString('base64'),
);

const OIDC = {
  SIGN_IN: 'oidc',
  PUBLIC_ORIGIN: 'http://127.0.0.1:8080',
  SESSION_KEY: KEYS[0],
  DRAFT_KEY: KEYS[1],
  OIDC_CLIENT_ID: 'orderdesk',
  OIDC_ALLOW: 'everyone',
};
/** The first line of the audit, without its time. */
const first = (lines: readonly string[]): unknown =>
  JSON.parse(lines[0] ?? 'null', (key, value: unknown) => (key === 'time' ? undefined : value));

describe('readiness with a company’s sign-in', () => {
  it('fails while the issuer differs by a slash', async () => {
    const origin = await aProvider((own) => {
      const issuer = `${own}/realms/staff`;
      return [200, { issuer, authorization_endpoint: issuer, token_endpoint: issuer }];
    });
    const issuer = `${origin}/realms/staff`;
    const wrong = aGateway({ ...OIDC, OIDC_ISSUER: `${issuer}/` });
    await expect.poll(() => wrong.audit).toHaveLength(1);
    expect(first(wrong.audit)).toMatchObject({
      audit: 'provider',
      step: 'discovery',
      reason: 'issuer_differs',
      expected: `${issuer}/`,
      found: issuer,
    });
    expect((await wrong.ask('/readyz')).status).toBe(503);
    const right = aGateway({ ...OIDC, OIDC_ISSUER: issuer });
    await expect.poll(async () => (await right.ask('/readyz')).status).toBe(200);
    expect(right.audit).toEqual([]);
  });

  it.each(['authorization_endpoint', 'token_endpoint'])('fails without %s', async (missing) => {
    const issuer = await aProvider((own) => {
      const endpoints = { authorization_endpoint: own, token_endpoint: own };
      return [200, { issuer: own, ...endpoints, [missing]: undefined }];
    });
    const gateway = aGateway({ ...OIDC, OIDC_ISSUER: issuer });
    await expect.poll(() => gateway.audit).toHaveLength(1);
    expect(first(gateway.audit)).toMatchObject({ audit: 'provider', reason: `no_${missing}` });
    expect((await gateway.ask('/readyz')).status).toBe(503);
  });
});

describe('readiness with typed accounts', () => {
  const open = (origin: string) =>
    aGateway({
      SIGN_IN: 'account',
      PUBLIC_ORIGIN: 'http://127.0.0.1:8080',
      SESSION_KEY: KEYS[0],
      DRAFT_KEY: KEYS[1],
      ORDER_API_URL: 'http://127.0.0.1:9',
      STATE_DIR: '/nowhere',
      ORDER_API_TOKEN_URL: `${origin}/token`,
      ORDER_API_CLIENT_ID: 'api-client',
    });

  it('needs a token address that knows the client', async () => {
    const gateway = open(await aProvider(() => [400, { error: 'invalid_grant' }]));
    await expect.poll(async () => (await gateway.ask('/readyz')).status).toBe(200);
    expect(gateway.audit).toEqual([]);
  });

  it.each<[string, number, object]>([
    ['refused with 401: invalid_client', 401, { error: 'invalid_client' }],
    ['refused with 400: unauthorized_client', 400, { error: 'unauthorized_client' }],
    ['answered 404', 404, {}],
  ])('fails with one line: %s', async (reason, status, body) => {
    const gateway = open(await aProvider(() => [status, body]));
    await expect.poll(() => gateway.audit).toHaveLength(1);
    expect(first(gateway.audit)).toMatchObject({ audit: 'provider', step: 'token', reason });
    expect((await gateway.ask('/readyz')).status).toBe(503);
    expect(gateway.audit).toHaveLength(1);
  });
});

describe('the audit of failures', () => {
  const LIST = '/api/v1/product_order_item/?customer_order_name=Canary';
  const refused = new NotSentError('no', undefined, Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));

  it.each<[string, Upstream, object]>([
    [
      'no connection',
      async () => Promise.reject(refused),
      { reason: 'upstream_unreachable', cause: 'ECONNREFUSED' },
    ],
    [
      'a page of a box',
      async () => new Response('<h1>Canary</h1>', { status: 403 }),
      { reason: 'upstream_error', status: 403 },
    ],
    [
      'a redirect',
      async () => new Response(null, { status: 302, headers: { Location: '/login' } }),
      { reason: 'upstream_redirect', status: 302 },
    ],
    [
      'a refused account',
      async () => Response.json({ detail: 'Canary' }, { status: 401 }),
      { reason: 'upstream_error', status: 401 },
    ],
  ])('has one line for %s', async (_, upstream, line) => {
    const gateway = aGateway({}, { upstream });
    for (let count = 0; count < 3; count += 1) await gateway.ask(LIST, 'GET', { 'X-OT': '1' });
    expect(gateway.audit).toHaveLength(1);
    expect(first(gateway.audit)).toEqual({
      audit: 'api',
      operation: 'listLines',
      ...line,
    });
  });

  it('has no line for a refusal of the API', async () => {
    const gateway = aGateway({}, { upstream: async () => Response.json({ detail: 'no' }, { status: 404 }) });
    await gateway.ask(LIST, 'GET', { 'X-OT': '1' });
    expect(gateway.audit).toEqual([]);
  });

  it('has one line for a store that is away', async () => {
    const cause = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    const away = async () => Promise.reject(new StateUnavailableError('away', { cause }));
    const state: StateStore = { ...createMemoryState(), get: away, claim: away };
    const gateway = aGateway({}, { state });
    const confirm = '/api/v1/product_order/c1/confirm/';
    for (let count = 0; count < 3; count += 1)
      await gateway.ask(confirm, 'PATCH', { 'X-OT': '1', 'Idempotency-Key': 'x' });
    await gateway.ask('/api/v1/product_order/c1/', 'GET', { 'X-OT': '1' });
    const failures = gateway.audit.filter((line) => line.includes('"audit":"state"'));
    expect(failures).toHaveLength(1);
    expect(first(failures)).toEqual({
      audit: 'state',
      reason: 'ECONNREFUSED',
    });
  });
});

describe('health', () => {
  it.each(['/healthz', '/readyz'])('is good at %s', async (path) => {
    const { ask } = aGateway();
    expect([(await ask(path)).status, await (await ask(path)).json()]).toEqual([200, { ok: true }]);
    expect([(await ask(path, 'HEAD')).status, await (await ask(path, 'HEAD')).text()]).toEqual([200, '']);
    expect((await ask(path, 'POST')).status).toBe(405);
  });

  it('is alive but not ready while it stops', async () => {
    const { ask, beginStop } = aGateway();
    beginStop();
    expect([(await ask('/readyz')).status, await (await ask('/readyz')).json()]).toEqual([
      503,
      { ok: false },
    ]);
    expect((await ask('/healthz')).status).toBe(200);
  });
});
