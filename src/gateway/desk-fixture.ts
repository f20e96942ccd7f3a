import { randomBytes } from 'node:crypto';
import type { ApiCall } from './api-request';
import { readManifest } from './build-manifest';
import type { ClientFile } from './client-files';
import { createGateway, type GatewayParts } from './gateway';
import { createGuardedCalls } from './guarded-calls';
import { createGuardedWrites } from './guarded-writes';
import { createPageCalls } from './page-calls';
import type { Forward } from './proxy';
import type { RequestLog } from './request-log';
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

/** An attempt id of a click of this moment, or of another time. */
export function anAttempt(bootId: string, time = Date.now()): string {
  return `${bootId}.${time}.${randomBytes(16).toString('base64url')}`;
}

/** A gateway for tests, before an API that answers `{}`, with what reached the API and the log. */
export function createDesk({ forward, ...parts }: Partial<GatewayParts> & { forward?: Forward } = {}) {
  const calls: ApiCall[] = [];
  const logs: RequestLog[] = [];
  const toApi: Forward = async (call, id) => {
    calls.push(call);
    return forward ? forward(call, id) : new Response('{}', { headers: apiHeaders(id) });
  };
  const writes = createGuardedWrites(toApi, Date.now, { pause: 0, hold: 0 });
  const gateway = createGateway({
    client: {
      html: '<head><script nonce="__NONCE__"></script></head>',
      manifest: readManifest({}),
      files: new Map([
        ['/assets/main-1.js', script],
        ['/favicon.svg', icon],
      ]),
    },
    pageCalls: createGuardedCalls({
      pageCalls: createPageCalls({ forward: toApi, writes, now: Date.now }),
      access: null,
      audit: () => undefined,
    }),
    sandbox: true,
    publicOrigin: null,
    log: (entry) => logs.push(entry),
    ...parts,
  });
  const ask = (target: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('Host')) headers.set('Host', 'desk.test:8080');
    if (!headers.has('X-OT')) headers.set('X-OT', '1');
    if (!headers.has('Origin')) headers.set('Origin', 'http://desk.test:8080');
    if (!headers.has('X-OT-Attempt')) headers.set('X-OT-Attempt', anAttempt(writes.bootId));
    return gateway(new Request('http://desk.test:8080/', { ...init, headers }), target);
  };
  return { ask, calls, logs };
}
