/** What answers in the place of the network. */
interface Server {
  fetch(request: Request): Promise<Response>;
}

/**
 * For tests: a page at http://desk.test whose requests `server` answers; every request that leaves is listed. An API does
 * not answer for the gateway: then the session is there and nobody knows what became of an attempt. `as: 'gateway'` sends
 * those calls to the server too.
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
        resolve(own);
        return;
      }
      left.push(request);
      const abort = () => reject(request.signal.reason);
      if (request.signal.aborted) abort();
      request.signal.addEventListener('abort', abort);
      server.fetch(request).then(resolve, reject);
    });
  return left;
}

function answerAsGateway({ url }: Request): Response | null {
  const { pathname } = new URL(url);
  if (pathname === '/auth/session')
    return Response.json({ bootId: 'stand-in', now: Date.now(), person: null });
  return pathname.startsWith('/gw/attempts/') ? Response.json({ state: 'other_boot' }) : null;
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
