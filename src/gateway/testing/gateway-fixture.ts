import { randomBytes } from 'node:crypto';
import type { ApiCall } from '~/gateway/orders/api-request';
import type { ClientFile } from '~/gateway/document/client-files';
import { createGateway, type GatewayParts } from '~/gateway/gateway';
import { createAuthentication } from '~/gateway/authentication';
import { createIdempotentWrites } from '~/gateway/orders/idempotent-writes';
import { createApiRoutes } from '~/gateway/api-routes';
import { createMemoryState } from '~/gateway/state/memory-state';
import { createValueCipher } from '~/gateway/state/value-cipher';
import type { Forward } from '~/gateway/orders/proxy';
import { createProfileMemory } from '~/gateway/profile/profile-memory';
import { createProfileRoutes } from '~/gateway/profile/profile-routes';
import type { RequestLog } from '~/gateway/request-log';
import { apiHeaders } from '~/gateway/http/security-headers';

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

/** An Idempotency-Key of now, or of another time. */
export function anIdempotencyKey(epoch: string, time = Date.now()): string {
  return `${epoch}.${time}.${randomBytes(16).toString('base64url')}`;
}

/** A gateway for tests before an API that answers `{}`; gives its API calls and its log. */
export function createTestGateway({ forward, ...parts }: Partial<GatewayParts> & { forward?: Forward } = {}) {
  const calls: ApiCall[] = [];
  const logs: RequestLog[] = [];
  const toApi: Forward = async (call, id) => {
    calls.push(call);
    return forward ? forward(call, id) : new Response('{}', { headers: apiHeaders(id) });
  };
  const state = createMemoryState();
  const writes = createIdempotentWrites({
    forward: toApi,
    state,
    cipher: createValueCipher([randomBytes(32)]),
    times: { writeMs: 30_000, holdMs: 0 },
  });
  const gateway = createGateway({
    client: {
      html: '<head><script nonce="__NONCE__"></script></head>',
      screens: new Map(),
      files: new Map([
        ['/assets/main-1.js', script],
        ['/favicon.svg', icon],
      ]),
    },
    apiRoutes: createAuthentication({
      apiRoutes: createApiRoutes({
        forward: toApi,
        writes,
        profile: createProfileRoutes(createProfileMemory('http://api.test', Date.now)),
        state,
        version: '',
      }),
      access: null,
      audit: async () => undefined,
    }),
    sandbox: true,
    publicOrigin: null,
    isLoopbackOnly: false,
    log: (entry) => logs.push(entry),
    ...parts,
  });
  const ask = (target: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('Host')) headers.set('Host', 'desk.test:8080');
    if (!headers.has('X-OT')) headers.set('X-OT', '1');
    if (!headers.has('Origin')) headers.set('Origin', 'http://desk.test:8080');
    if (!headers.has('Idempotency-Key')) headers.set('Idempotency-Key', anIdempotencyKey(state.epoch));
    return gateway(new Request('http://desk.test:8080/', { ...init, headers }), target);
  };
  return { ask, calls, logs };
}
