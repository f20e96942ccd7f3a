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

/** A gateway for tests, before an API that answers `{}`, with what reached the API and the log. */
export function createDesk(parts: Partial<GatewayParts> = {}) {
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
