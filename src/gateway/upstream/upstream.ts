import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { gatewayError, type GatewayError } from '~/gateway/http/error-response';

/** The parts of an API answer that the gateway reads; a Web `Response` is one. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  /** Fails when the answer is cut. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Answers the API's calls: the sandbox, or a server over the network. */
export type Upstream = (request: Request) => Promise<UpstreamAnswer>;

/** Thrown when a request did not reach the API: no connection was made, or the gateway held it back. */
export class NotSentError extends Error {
  override name = 'NotSentError';
  /** The error for the browser. */
  readonly refusal: GatewayError;

  constructor(message: string, refusal = gatewayError(502, 'upstream_unreachable'), cause?: unknown) {
    super(message, { cause });
    this.refusal = refusal;
  }
}

const CONNECT_WITHIN = 3000;

/**
 * The API over the network. It sends exactly the headers of the request (Node's fetch adds its own), follows no redirect
 * and ignores proxy variables. A write opens a new connection, so that a failed connect proves that nothing was sent.
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
    const send = (agent: HttpAgent | false) =>
      new Promise<UpstreamAnswer>((resolve, reject) => {
        let connected = false;
        const outgoing = (secure ? requestHttps : requestHttp)(url, {
          method: request.method,
          headers: body ? { ...headers, 'content-length': String(body.byteLength) } : headers,
          agent,
          signal: request.signal,
        });
        outgoing.once('socket', (socket) => {
          if (outgoing.reusedSocket) {
            connected = true;
            return;
          }
          const tooSlow = setTimeout(
            () => outgoing.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
            CONNECT_WITHIN,
          );
          socket.once(secure ? 'secureConnect' : 'connect', () => {
            connected = true;
            clearTimeout(tooSlow);
          });
          socket.once('close', () => clearTimeout(tooSlow));
        });
        outgoing.once('error', (error) => {
          if (outgoing.reusedSocket && isClosed(error)) reject(new KeptConnectionClosed());
          else reject(connected ? error : new NotSentError(error.message, undefined, error));
        });
        outgoing.once('response', (incoming) =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: { get: (name) => incoming.headersDistinct[name.toLowerCase()]?.join(', ') ?? null },
            body: incoming,
          }),
        );
        outgoing.end(body ?? undefined);
      });
    if (!isRead) return send(false);
    try {
      return await send(secure ? agents['https:'] : agents['http:']);
    } catch (error) {
      if (error instanceof KeptConnectionClosed) return send(false);
      throw error;
    }
  };
}

/** The API closed a kept connection before it answered: a reading goes over a new one (RFC 9110, section 9.2.2). */
class KeptConnectionClosed extends Error {}

function isClosed(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}
