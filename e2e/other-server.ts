import { createMockApi, type MockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { serveApi } from './api-server';
import { startGateway } from './gateway-process';

/** A desk of its own: another server that follows the document, on a port, and the built gateway in front of it. */
export interface OtherDesk {
  readonly api: MockApi;
  /** Where the gateway serves the desk. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Starts both on free ports. */
export async function openOtherDesk(options: MockApiOptions): Promise<OtherDesk> {
  const api = createMockApi(options);
  const server = await serveApi((request) => api.fetch(request));
  const gateway = await startGateway(server.origin);
  return {
    api,
    origin: gateway.origin,
    close: async () => {
      await gateway.kill();
      server.close();
    },
  };
}
