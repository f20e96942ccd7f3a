/*
 * Serves the hand-written page over a mock of its own, the same as the app's sandbox. Prints its address, and runs
 * until it is ended.
 */
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { createMockApi } from '~/mock-api/create-mock-api';
import limitPage from './limit.html?raw';

const LINES = Number(process.env['SANDBOX_LINES']);

const mock = createMockApi({ lines: LINES });
const page = Uint8Array.from(brotliCompressSync(limitPage));

const listener = getRequestListener(
  (request) =>
    new URL(request.url).pathname.startsWith('/api/')
      ? mock.fetch(request)
      : new Response(page, {
          headers: {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Encoding': 'br',
            'Cache-Control': 'no-store',
          },
        }),
  { overrideGlobalObjects: false },
);

const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : '';
  console.log(`The hand-written page is at http://127.0.0.1:${port}/lines`);
});
