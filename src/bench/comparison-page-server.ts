/*
 * Serves a page that the app is compared with, over its own mock, equal to the app's sandbox: the hand-written page, or
 * the bare app that stands in the folder BARE. Prints its URL and runs until a signal.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { createMockApi } from '~/mock-api/create-mock-api';
import limitPage from './limit.html?raw';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

interface ServedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const served = (content: string | Uint8Array, type: string, cache: string): ServedFile => ({
  body: Uint8Array.from(brotliCompressSync(content)),
  headers: {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Encoding': 'br',
    'Cache-Control': cache,
  },
});

const bare = process.env['BARE'];
const mock = createMockApi({ lines: Number(process.env['SANDBOX_LINES']) });
const page = served(
  bare === undefined ? limitPage : readFileSync(join(bare, 'bare.html')),
  'text/html',
  'no-store',
);
/** Named by their content, as the app's are. */
const assets = new Map<string, ServedFile>();
for (const name of bare === undefined ? [] : readdirSync(join(bare, 'assets'))) {
  const file = readFileSync(join(bare ?? '', 'assets', name));
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  assets.set(`/assets/${name}`, served(file, type, 'public, max-age=31536000, immutable'));
}

const listener = getRequestListener(
  (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return mock.fetch(request);
    const { body, headers } = assets.get(pathname) ?? page;
    return new Response(body, { headers });
  },
  { overrideGlobalObjects: false },
);

const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : '';
  console.log(`The page is at http://127.0.0.1:${port}/lines`);
});
