import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { refusedHere, type Refusal } from './refusal';

/** Whatever answers the API's calls: the sandbox, or a server over the network. */
export type Upstream = (request: Request) => Promise<Response>;

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
      outgoing.once('response', (incoming) => {
        try {
          resolve(toResponse(incoming));
        } catch (error) {
          incoming.destroy();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      outgoing.end(body ?? undefined);
    });
  };
}

const WITHOUT_BODY = [204, 205, 304];

function toResponse(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  if (WITHOUT_BODY.includes(status)) incoming.resume();
  return new Response(WITHOUT_BODY.includes(status) ? null : bodyOf(incoming), { status, headers });
}

/** The answer's body as a web stream that fails when the answer is cut. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      const chunk: unknown = next.value;
      if (chunk instanceof Uint8Array) controller.enqueue(chunk);
      else controller.close();
    },
    cancel() {
      incoming.destroy();
    },
  });
}
