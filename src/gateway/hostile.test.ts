import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createConnection } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isWireObject } from '~/contract/scalars';
import { composeGateway } from './compose';
import { apiHeaders } from '~/gateway/http/security-headers';
import { readSettings } from '~/gateway/settings/settings';
import { createMemoryState } from '~/gateway/state/memory-state';
import { networkUpstream } from '~/gateway/upstream/upstream';
import { createWebServer, listen } from './web-server';

/* The whole gateway on a real port, between hostile clients on bare sockets and a hostile API. */

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

async function openGate(api: RequestListener) {
  const reached: IncomingMessage[] = [];
  const upstream = createServer((incoming, outgoing) => {
    reached.push(incoming);
    api(incoming, outgoing);
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const address = upstream.address();
  const apiPort = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://127.0.0.1:${apiPort}`;
  const read = readSettings({
    ORDER_API_URL: origin,
    ORDER_API_AUTH: 'none',
    STATE_DIR: 'unused',
    WRITE_SECONDS: '1',
  });
  if (!read.ok) throw new Error(read.problems.join(' '));
  const desk = composeGateway({
    settings: read.settings,
    client: {
      html: '<head><script nonce="__NONCE__"></script></head>',
      screens: new Map(),
      files: new Map(),
    },
    upstream: networkUpstream(),
    origin,
    state: createMemoryState(),
    logRequest: () => undefined,
    logAudit: async () => undefined,
  });
  const server = createWebServer(desk.answer);
  const port = await listen(server, '127.0.0.1', 0);
  closings.push(() => {
    for (const each of [server, upstream]) {
      each.closeAllConnections();
      each.close();
    }
  });
  const home = `http://127.0.0.1:${port}`;
  const own = { 'X-OT': '1', Origin: home };
  const facts: unknown = await (await fetch(`${home}/auth/session`, { headers: own })).json();
  const epoch = isWireObject(facts) ? String(facts['epoch']) : '';
  let serial = 0;
  /** A fresh idempotency key, as our page makes them. */
  const attempt = (): string => {
    serial += 1;
    return `${epoch}.${Date.now()}.${String(serial).padStart(22, 'A')}`;
  };
  return { port, home, own, attempt, reached };
}

/** Sends text over a new connection; gives the status of the answer, 0 without one. */
function say(port: number, text: string): Promise<number> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(port, '127.0.0.1', () => void socket.write(text, 'latin1'));
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0)));
  });
}

const SHAPES: readonly (readonly [string, string, string])[] = [
  ['POST', '/api/v1/product_order', '{}'],
  ['GET', '/api/v1/product_order/', ''],
  ['GET', '/api/v1/product_order/c1/', ''],
  ['PATCH', '/api/v1/product_order/c1/', '{}'],
  ['DELETE', '/api/v1/product_order/c1/', ''],
  ['POST', '/api/v1/product_order/c1/product_order_item', '{}'],
  ['PATCH', '/api/v1/product_order/c1/product_order_item/l1', '{}'],
  ['DELETE', '/api/v1/product_order/c1/product_order_item/l1/', ''],
  ['GET', '/api/v1/product_order_item/', ''],
  ['GET', '/api/v1/product_order_item/l1/', ''],
  ['PATCH', '/api/v1/product_order/c1/confirm/', ''],
];

const at = (mark: string) => (path: string) => path + mark;
const from = (text: string, to: string) => (path: string) => path.replace(text, to);
/** Each crafts another path from one of the eleven. */
const CRAFTS: readonly ((path: string) => string)[] = [
  ...[
    '%00',
    '%0d%0aX:%201',
    '%20',
    '/..',
    '/.',
    '/;',
    ';x=1',
    '//',
    '%2f',
    '%2F..',
    '\\',
    '.json',
    '~',
    '*',
    '|',
    '<',
  ].map(at),
  ...[
    '"',
    '`',
    '{}',
    '^',
    '%',
    '%zz',
    '%c0%af',
    '\u0001',
    '\u00e9',
    '?is_admin=1',
    '?state=a&state=b',
    '?limit[]=1',
  ].map(at),
  ...[
    '?state=%00&x',
    '#x',
    '@evil.example.com',
    `?search=${'a'.repeat(300)}`,
    `/${'a'.repeat(5000)}`,
    ':80',
    '/admin/',
  ].map(at),
  from('/api', '/API'),
  from('/api', '//api'),
  from('/api', '/./api'),
  from('/api', '/x/../api'),
  from('/api', '/%61pi'),
  from('/api/', '/api%2f'),
  from('/api/', '/api\\'),
  from('/api/', '/api;a/'),
  from('v1', 'v2'),
  from('v1/', 'v1/../v1/'),
  from('/api', 'http://evil.example.com/api'),
  from('/api', 'https://127.0.0.1/api'),
];

describe('over bare sockets', () => {
  it('none of five hundred crafted paths reaches the API', async () => {
    const { port, home, attempt, reached } = await openGate((_, outgoing) => outgoing.end('{}'));
    const crafted = SHAPES.flatMap(([method, path, body]) =>
      CRAFTS.map((craft) => ({ method, path: craft(path), body })),
    );
    expect(crafted.length).toBeGreaterThanOrEqual(500);
    const statuses = new Set<number>();
    for (const { method, path, body } of crafted) {
      const head = [
        `${method} ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Origin: ${home}`,
        'X-OT: 1',
        `Idempotency-Key: ${attempt()}`,
        'Connection: close',
        ...(body === '' ? [] : ['Content-Type: application/json', `Content-Length: ${body.length}`]),
      ];
      statuses.add(await say(port, `${head.join('\r\n')}\r\n\r\n${body}`));
    }
    expect(reached.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
    // A path outside the API can be one of the app.
    expect([...statuses].toSorted((one, other) => one - other)).toEqual([200, 400, 404, 405]);
    expect((await fetch(`${home}/api/v1/product_order_item/`)).status).toBe(200);
  }, 30_000);

  it('a rebound name does not reach an API without sign-in', async () => {
    const { port, reached } = await openGate((_, outgoing) => outgoing.end('{}'));
    const head = 'Sec-Fetch-Site: same-origin\r\nX-OT: 1\r\nConnection: close\r\n\r\n';
    const target = 'GET /api/v1/product_order_item/ HTTP/1.1\r\nHost:';
    expect(await say(port, `${target} evil.example.com:${port}\r\n${head}`)).toBe(400);
    expect(reached).toEqual([]);
    expect(await say(port, `${target} localhost:${port}\r\n${head}`)).toBe(200);
  });

  it('floods of headers and bodies leave others served', async () => {
    const { port, home, reached } = await openGate((_, outgoing) => outgoing.end('{}'));
    const flood = `GET /api/v1/product_order/ HTTP/1.1\r\nHost: h\r\n${'X-A: b\r\n'.repeat(9000)}\r\n`;
    const endless = `POST /api/v1/product_order HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5000\r\n${'a'.repeat(0x5000)}`;
    const flooded = Array.from({ length: 50 }, () => say(port, flood));
    const waiting = Array.from({ length: 20 }, () => say(port, endless));
    expect((await fetch(`${home}/api/v1/product_order_item/`)).status).toBe(200);
    expect(new Set(await Promise.all(flooded))).toEqual(new Set([431]));
    expect(reached).toHaveLength(1);
    for (const close of closings.splice(0)) close();
    await Promise.all(waiting);
  }, 30_000);

  it('the API sees our headers alone', async () => {
    const { port, home, reached } = await openGate((_, outgoing) => outgoing.end('{}'));
    const foreign = [
      'Authorization: Bearer forged',
      'Cookie: __Host-Http-ot=x',
      'X-Forwarded-For: 6.6.6.6',
      'X-Forwarded-Host: evil',
      'Forwarded: for=6.6.6.6',
      'Referer: http://x/',
      'TE: trailers',
      'Proxy-Authorization: Basic x',
      'X-HTTP-Method-Override: DELETE',
      'Upgrade: h2c',
      'Accept: text/html',
      'Accept-Language: fr',
      'If-None-Match: x',
      'Range: bytes=0-1',
      'X-Request-Id: theirs',
    ];
    const head = [
      'GET /api/v1/product_order_item/l1/ HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: ${home}`,
      ...foreign,
      'Connection: close',
    ];
    expect(await say(port, `${head.join('\r\n')}\r\n\r\n`)).toBe(200);
    const [seen] = reached;
    expect(Object.keys(seen?.headers ?? {}).toSorted((one, other) => one.localeCompare(other))).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
      'x-request-id',
    ]);
    expect(seen?.headers).toMatchObject({ accept: 'application/json', 'accept-encoding': 'identity' });
    expect(seen?.headers['x-request-id']).not.toBe('theirs');
  });
});

const FORBIDDEN = {
  'Set-Cookie': ['a=b', '__Host-Http-ot=stolen'],
  Server: 'nginx/1.0',
  Via: '1.1 proxy',
  'X-Powered-By': 'PHP',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Credentials': 'true',
  Location: 'http://evil.example.com/',
  'WWW-Authenticate': 'Basic realm="x"',
  Link: '<http://evil.example.com/>; rel=preload',
  Refresh: '0; url=http://evil.example.com/',
  'Clear-Site-Data': '"*"',
  'Content-Security-Policy': 'default-src *',
  'Strict-Transport-Security': 'max-age=0',
  'Content-Type': 'text/html',
  'Content-Disposition': 'inline',
  'Cache-Control': 'public, max-age=9999',
  ETag: '"x"',
  Warning: '199 x',
  Trailer: 'X',
  'X-Request-Id': 'theirs',
  'X-Total-Count': '5',
};

/** An answer of the API, and the answer that the browser must get. */
const HOSTILITIES: readonly (readonly [string, RequestListener, number, object])[] = [
  ['every forbidden header', (_, out) => out.writeHead(200, FORBIDDEN).end('{"id":"l1"}'), 200, { id: 'l1' }],
  [
    'a redirect',
    (_, out) => out.writeHead(301, { Location: '/elsewhere' }).end(),
    502,
    { code: 'upstream_redirect', upstream_status: 301 },
  ],
  [
    'a redirect with a body',
    (_, out) => out.writeHead(302, FORBIDDEN).end('{}'),
    502,
    { code: 'upstream_redirect' },
  ],
  [
    'a page in place of JSON',
    (_, out) => out.writeHead(200).end('<script>alert(1)</script>'),
    502,
    { code: 'upstream_unreadable' },
  ],
  [
    'a page with an error',
    (_, out) => out.writeHead(500).end('<h1>stack trace</h1>'),
    500,
    { code: 'upstream_error' },
  ],
  [
    'a body that is cut',
    (_, out) => void out.writeHead(200, { 'Content-Length': '100' }).write('{"id"', () => out.destroy()),
    502,
    { code: 'upstream_unreachable' },
  ],
  [
    'a body without end',
    (_, out) => void out.writeHead(200).end(`"${'a'.repeat(1_100_000)}"`),
    502,
    { code: 'upstream_too_large' },
  ],
  [
    'a header without end',
    (_, out) => out.writeHead(200, { X: 'a'.repeat(20_000) }).end('{}'),
    502,
    { code: 'upstream_unreachable' },
  ],
  [
    'no HTTP',
    (incoming) => void incoming.socket.end('SSH-2.0-OpenSSH\r\n'),
    502,
    { code: 'upstream_unreachable' },
  ],
  [
    'two lengths',
    (incoming) =>
      void incoming.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}a'),
    502,
    { code: 'upstream_unreachable' },
  ],
  [
    'bytes that are no text',
    (_, out) => out.end(Buffer.from([0x22, 0xff, 0xfe, 0x22])),
    502,
    { code: 'upstream_unreadable' },
  ],
  ['a password box', (_, out) => out.writeHead(401, FORBIDDEN).end('{"detail":"no"}'), 401, { detail: 'no' }],
  [
    'a hint before the answer',
    (_, out) => {
      out.writeEarlyHints({ link: '</x>; rel=preload' });
      out.end('{"id":"l1"}');
    },
    200,
    { id: 'l1' },
  ],
];

describe('before a hostile API', () => {
  it.each(HOSTILITIES)('the browser gets our answer: %s', async (_, api, status, body) => {
    const { home } = await openGate(api);
    const answer = await fetch(`${home}/api/v1/product_order_item/l1/`, { redirect: 'manual' });
    expect(answer.status).toBe(status);
    const said: unknown = await answer.json();
    expect(said).toMatchObject(body);
    expect(JSON.stringify(said)).not.toMatch(/stack|script|evil/);
    const given = Object.fromEntries(answer.headers);
    const ours = Object.fromEntries(apiHeaders(answer.headers.get('X-Request-Id') ?? ''));
    // Headers of the connection.
    for (const name of ['connection', 'date', 'keep-alive', 'content-length', 'transfer-encoding'])
      delete given[name];
    expect(given).toEqual(ours);
    expect(answer.headers.get('X-Request-Id')).not.toBe('theirs');
  });
});
