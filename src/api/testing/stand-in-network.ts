/** Answers in the place of the network. */
interface Server {
  fetch(request: Request): Promise<Response>;
}

/**
 * For tests: a page at http://desk.test whose requests `server` answers; it lists every request that leaves. By default
 * it answers the gateway's own calls itself: a session, and attempts of unknown outcome. `as: 'gateway'` sends those
 * calls to the server too.
 */
export function connectTo(server: Server, as: 'api' | 'gateway' = 'api'): Request[] {
  const isTheServer = as === 'gateway';
  const left: Request[] = [];
  setOnline(true);
  globalThis.fetch = (input, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input, 'http://desk.test');
      const request = new Request(url, init);
      const own = isTheServer ? null : answerAsGateway(request);
      if (own) {
        resolve(asTheGateway(own));
        return;
      }
      left.push(request);
      const abort = () => reject(request.signal.reason);
      if (request.signal.aborted) abort();
      request.signal.addEventListener('abort', abort);
      const answered = server.fetch(request);
      answered.then(asTheGateway).then(resolve, reject);
    });
  return left;
}

/** The answer as the gateway gives it, with its mark; one of another server sets `x-ot` to '' itself. */
function asTheGateway(answer: Response): Response {
  // A redirect that the browser hides has no headers.
  if (answer.status === 0) return answer;
  if (answer.headers.get('x-ot') === '') answer.headers.delete('x-ot');
  else answer.headers.set('x-ot', '1');
  return answer;
}

function answerAsGateway({ url }: Request): Response | null {
  const { pathname } = new URL(url);
  if (pathname === '/auth/session')
    return Response.json({ epoch: 'stand-in', now: Date.now(), person: null });
  return pathname.startsWith('/gw/idempotency-keys/') ? Response.json({ state: 'other_epoch' }) : null;
}

/** For tests: the network answers every request with this. */
export function answerWith(status: number, body?: unknown, headers: Record<string, string> = {}): Request[] {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  return connectTo({ fetch: async () => new Response(text ?? null, { status, headers }) });
}

/** For tests: the browser says that it has no network. */
export function goOffline(): void {
  setOnline(false);
}

function setOnline(onLine: boolean): void {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
}
