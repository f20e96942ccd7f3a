import { serveApi } from '~e2e/api-server';
import { expect, test as base } from '~e2e/fixtures';
import { startGateway } from '~e2e/gateway-process';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';

/** A desk over real sockets: the built gateway, and an API whose answers are counted. */
export interface SocketDesk {
  readonly api: MockApi;
  readonly origin: string;
  /** The bytes of all answers of the API so far. */
  readonly answeredBytes: () => number;
}

export const test = base.extend<{ desk: SocketDesk }>({
  // Playwright wants a pattern here, though nothing is needed.
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, provide) => {
    const api = createMockApi({});
    let bytes = 0;
    const server = await serveApi(async (request) => {
      const answer = await api.fetch(request);
      const text = await answer.text();
      bytes += Buffer.byteLength(text);
      return new Response(text === '' ? null : text, answer);
    });
    const gateway = await startGateway(server.origin, {
      settings: { WRITE_SECONDS: '20', HOLD_SECONDS: '1' },
      awaitPause: false,
    });
    await provide({ api, origin: gateway.origin, answeredBytes: () => bytes });
    await gateway.kill();
    server.close();
  },
});

/** Waits until the API was asked for as many details of lines. */
export async function readLines(api: MockApi, count: number): Promise<void> {
  const asked = () => api.ledger.of('readLine').length;
  await expect.poll(asked, { timeout: 600_000 }).toBeGreaterThanOrEqual(count);
}
