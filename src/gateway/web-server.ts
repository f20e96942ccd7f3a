import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { RefusalCode } from './refusal';
import { apiHeaders } from './security-headers';

/** Longer than a front proxy's, for Node's own five seconds make browsers send requests twice. */
const KEEP_ALIVE = 75_000;
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 15_000;
/** Node looks for connections that are too slow every half minute unless told. */
const CHECK_EVERY = 2_000;
const LARGEST_HEADERS = 16 * 1024;
/** A write under way may take 30 s; then it is cut. */
const STOP_WITHIN = 35_000;

/** Answers a request; `rawTarget` is its target as it stood on the wire, `peer` the address at the other end. */
export type Answer = (request: Request, rawTarget: string, peer: string) => Promise<Response>;

/** A server, not yet listening. What is no request at all, or too large for one, it refuses itself. */
export function createWebServer(answer: Answer): Server {
  // From here on `Response` is the adapter's own, which it writes out without making streams of it.
  const listener = getRequestListener((request, { incoming }) =>
    answer(request, incoming.url ?? '', incoming.socket.remoteAddress ?? ''),
  );
  const server = createServer(
    {
      headersTimeout: HEADERS_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      keepAliveTimeout: KEEP_ALIVE,
      connectionsCheckingInterval: CHECK_EVERY,
      maxHeaderSize: LARGEST_HEADERS,
    },
    (incoming, outgoing) => {
      // A method that no Web-standard request can have.
      if (incoming.method === 'TRACE') refuseOn(incoming.socket, 405, 'method_not_allowed');
      else void listener(incoming, outgoing);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'HPE_HEADER_OVERFLOW') refuseOn(socket, 431, 'headers_too_large');
    else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') refuseOn(socket, 408, 'too_slow');
    else refuseOn(socket, 400, 'bad_request');
  });
  server.on('connect', (_, socket) => refuseOn(socket, 405, 'method_not_allowed'));
  server.on('checkExpectation', (_, outgoing) => refuseOn(outgoing.socket, 417, 'bad_request'));
  return server;
}

/** An answer written by hand, where there is no request to answer: the headers and the envelope of every refusal, and the connection ends. */
function refuseOn(socket: Duplex | null, status: number, code: RefusalCode): void {
  if (!socket?.writable) return;
  const id = randomUUID();
  const headers = apiHeaders(id);
  const body = JSON.stringify({ code, acted: 'no', id });
  headers.set('Content-Length', String(body.length));
  headers.set('Connection', 'close');
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}

/** Listens, and gives the port that was taken. Rejects with words for a person when it can't. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(inWords(error, host, port))));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or choose another: PORT=8081 npm start`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023: PORT=8080 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST "${host}" is no address of this machine.`;
    default:
      return `The server cannot listen on ${host}:${port} (${error.code ?? error.message}).`;
  }
}

/** Stops taking requests, lets those under way end, and resolves when all are done or the time is over. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
