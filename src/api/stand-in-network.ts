/** What answers in the place of the network. */
interface Server {
  fetch(request: Request): Promise<Response>;
}

/** For tests: a page at http://desk.test whose requests `server` answers; every request that leaves is listed. */
export function connectTo(server: Server): Request[] {
  const left: Request[] = [];
  setOnline(true);
  globalThis.fetch = (input, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input, 'http://desk.test');
      const request = new Request(url, init);
      left.push(request);
      const abort = () => reject(request.signal.reason);
      if (request.signal.aborted) abort();
      request.signal.addEventListener('abort', abort);
      server.fetch(request).then(resolve, reject);
    });
  return left;
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
