import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { createMockApi, type MockApi, type MockApiOptions } from '~/mock-api/create-mock-api';

/** A desk of its own: another server that follows the document, on a port, and the built gateway in front of it. */
export interface OtherDesk {
  readonly api: MockApi;
  /** Where the gateway serves the desk. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Starts both on free ports. */
export async function openOtherDesk(options: MockApiOptions): Promise<OtherDesk> {
  const api = createMockApi(options);
  const server = createServer((request, response) => void answer(api, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ORDER_API_URL: originOf(server),
      ORDER_API_AUTH: 'none',
      LOG_REQUESTS: 'no',
      PORT: '0',
      // The shortest, for so is the pause before the first confirmation.
      WRITE_SECONDS: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await announcedOrigin(gateway);
  await expect.poll(() => confirms(origin), 'the pause after the start ends').toBe(true);
  return { api, origin, close: () => closeBoth(gateway, server) };
}

/** Whether the gateway would give a ticket by now, if there were such a cart. */
async function confirms(origin: string): Promise<boolean> {
  const { status } = await fetch(`${origin}/gw/confirm-tickets`, {
    method: 'POST',
    // As our own page asks.
    headers: { 'content-type': 'application/json', 'x-ot': '1', origin },
    body: JSON.stringify({ cart: 'none', fingerprint: '', count: 1 }),
  });
  return status !== 503;
}

async function answer(api: MockApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const answered = await api.fetch(
    new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method ?? 'GET',
      body: body === '' ? null : body,
    }),
  );
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(await answered.text());
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The other server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** The gateway says its address in the first line that it prints. */
async function announcedOrigin({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The gateway cannot be heard');
  for await (const line of createInterface({ input: stdout })) {
    const [origin] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('The gateway has not started');
}

async function closeBoth(gateway: ChildProcess, server: Server): Promise<void> {
  const ended = once(gateway, 'exit');
  gateway.kill();
  await ended;
  server.closeAllConnections();
  server.close();
}
