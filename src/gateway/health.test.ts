import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createMemoryState } from '~/gateway/state/memory-state';
import { composeGateway } from './compose';
import type { Environment } from '~/gateway/settings/setting-readers';
import { readSettings } from '~/gateway/settings/settings';

function aGateway(env: Environment = {}) {
  const read = readSettings(env);
  const audit: string[] = [];
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const gateway = composeGateway({
    settings: read.settings,
    client: { html: '<head><script></script></head>', screens: new Map(), files: new Map() },
    upstream: async () => Response.json({}),
    origin: 'http://sandbox',
    state: createMemoryState(),
    logRequest: () => undefined,
    logAudit: async (line) => void audit.push(line),
  });
  const ask = (path: string, method = 'GET') =>
    gateway.answer(new Request(`http://127.0.0.1${path}`, { method }), path, '127.0.0.1');
  return { ...gateway, ask, audit };
}

const KEYS = [1, 2].map((step) =>
  Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + step) % 256)).toString('base64'),
);

describe('readiness with a company’s sign-in', () => {
  it('fails while the issuer differs by a slash', async () => {
    const provider = createServer((_, outgoing) => {
      outgoing.setHeader('Content-Type', 'application/json');
      outgoing.end(JSON.stringify({ issuer, authorization_endpoint: issuer, token_endpoint: issuer }));
    }).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    const bound = provider.address();
    const issuer = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/realms/staff`;
    const oidc = {
      SIGN_IN: 'oidc',
      PUBLIC_ORIGIN: 'http://127.0.0.1:8080',
      SESSION_KEY: KEYS[0],
      DRAFT_KEY: KEYS[1],
      OIDC_CLIENT_ID: 'orderdesk',
      OIDC_ALLOW: 'everyone',
    };
    const wrong = aGateway({ ...oidc, OIDC_ISSUER: `${issuer}/` });
    await expect.poll(() => wrong.audit).toHaveLength(1);
    expect(JSON.parse(wrong.audit[0] ?? '')).toMatchObject({
      audit: 'provider',
      step: 'discovery',
      reason: 'issuer_differs',
      expected: `${issuer}/`,
      found: issuer,
    });
    expect((await wrong.ask('/readyz')).status).toBe(503);
    const right = aGateway({ ...oidc, OIDC_ISSUER: issuer });
    await expect.poll(async () => (await right.ask('/readyz')).status).toBe(200);
    expect(right.audit).toEqual([]);
    provider.closeAllConnections();
    provider.close();
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
