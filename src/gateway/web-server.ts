import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { errorResponse, gatewayError, type ErrorCode } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';

/** Longer than a front proxy's: with Node's five seconds browsers send requests twice. */
const KEEP_ALIVE = 75_000;
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 15_000;
/** Node checks for slow connections every 30 s by default. */
const CHECK_EVERY = 2_000;
const LARGEST_HEADERS = 16 * 1024;
/** A response that its client does not read within this time is cut, for it holds memory. */
const RESPONSE_WITHIN = 60_000;
/** A write takes at most 30 s. */
const STOP_WITHIN = 35_000;

/** Answers a request; `rawTarget` is its target on the wire, `peer` the IP address of the connection. */
export type AnswerRequest = (request: Request, rawTarget: string, peer: string) => Promise<Response>;

/** A server that does not listen yet. It refuses malformed and oversized requests itself. */
export function createWebServer(answer: AnswerRequest, { responseWithin = RESPONSE_WITHIN } = {}): Server {
  // The adapter replaces `Response` by its own, which it writes without streams.
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      const response = await answer(request, incoming.url ?? '', incoming.socket.remoteAddress ?? '');
      const cut = setTimeout(() => outgoing.destroy(), responseWithin);
      outgoing.once('close', () => clearTimeout(cut));
      return response;
    },
    // Without it the adapter answers a bad Host, or `OPTIONS *`, without our headers.
    { errorHandler: () => errorResponse(gatewayError(400, 'bad_request'), randomUUID()) },
  );
  const server = createServer(
    {
      headersTimeout: HEADERS_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      keepAliveTimeout: KEEP_ALIVE,
      connectionsCheckingInterval: CHECK_EVERY,
      maxHeaderSize: LARGEST_HEADERS,
      // Node would answer a missing Host without our headers.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      // A Web `Request` cannot have this method.
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

/** Writes an error response where no request was parsed, and closes the connection. */
function refuseOn(socket: Duplex | null, status: number, code: ErrorCode): void {
  if (!socket?.writable) return;
  const id = randomUUID();
  const headers = apiHeaders(id);
  const body = JSON.stringify({ code, acted: 'no', id });
  headers.set('Content-Length', String(body.length));
  headers.set('Connection', 'close');
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}

/** Listens and gives the port. Rejects with a sentence for the operator. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenProblem(error, host, port))),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): string {
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

/** Stops accepting requests; resolves when those in flight have ended or their time is over. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
