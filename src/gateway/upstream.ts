import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { refusedHere, type Refusal } from './refusal';

/** What the gateway looks at of an answer of the API; a Web-standard response is one. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  /** Fails when the answer is cut. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Whatever answers the API's calls: the sandbox, or a server over the network. */
export type Upstream = (request: Request) => Promise<UpstreamAnswer>;

/** Thrown when a request cannot have reached the API: no connection to it ever stood, or it was not let out. */
export class NotSentError extends Error {
  override name = 'NotSentError';
  /** What the browser is told. */
  readonly refusal: Refusal;

  constructor(message: string, refusal = refusedHere(502, 'upstream_unreachable')) {
    super(message);
    this.refusal = refusal;
  }
}

const CONNECT_WITHIN = 3000;

/**
 * The API over the network. Sends exactly the headers of the request (Node's fetch would add its own), follows no
 * redirect and obeys no proxy variable. A write always opens a connection of its own: Node never sends a request
 * twice, and on a fresh connection "could not connect" proves that nothing was sent.
 */
export function networkUpstream(): Upstream {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  return async (request) => {
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : null;
    const headers = Object.fromEntries(request.headers);
    const isRead = request.method === 'GET';
    const kept = secure ? agents['https:'] : agents['http:'];
    return new Promise((resolve, reject) => {
      let connected = false;
      const outgoing = (secure ? requestHttps : requestHttp)(url, {
        method: request.method,
        headers: body ? { ...headers, 'content-length': String(body.byteLength) } : headers,
        agent: isRead ? kept : false,
        signal: request.signal,
      });
      outgoing.once('socket', (socket) => {
        if (outgoing.reusedSocket) {
          connected = true;
          return;
        }
        const tooSlow = setTimeout(
          () => outgoing.destroy(new Error('no connection in time')),
          CONNECT_WITHIN,
        );
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          connected = true;
          clearTimeout(tooSlow);
        });
        socket.once('close', () => clearTimeout(tooSlow));
      });
      outgoing.once('error', (error) => reject(connected ? error : new NotSentError(error.message)));
      outgoing.once('response', (incoming) =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: { get: (name) => incoming.headersDistinct[name.toLowerCase()]?.join(', ') ?? null },
          body: incoming,
        }),
      );
      outgoing.end(body ?? undefined);
    });
  };
}
