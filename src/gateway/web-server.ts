import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Gateway } from './gateway';

/** Longer than a front proxy's, for Node's own five seconds make browsers send requests twice. */
const KEEP_ALIVE = 75_000;
const LARGEST_HEADERS = 16 * 1024;
/** A write under way may take 30 s; then it is cut. */
const STOP_WITHIN = 35_000;

/** A server, not yet listening, that answers with the gateway. */
export function createWebServer(gateway: Gateway): Server {
  const listener = getRequestListener((request, env) => gateway(request, env.incoming.url ?? ''), {
    overrideGlobalObjects: false,
  });
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: KEEP_ALIVE,
      maxHeaderSize: LARGEST_HEADERS,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  return server;
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
    server.closeIdleConnections();
  });
}
