import type { BrowserContext } from '@playwright/test';
import { matchOperation, operationPath } from '~/contract/operations';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { serveApi } from './api-server';
import { openDroppingProxy, type DroppingProxy } from './dropping-proxy';
import { aStateFolder } from '~/gateway/testing/state-folder';
import { startGateway } from './gateway-process';

/** A text of the screen, and the number of placements until then. */
interface Told {
  readonly text: string;
  readonly placed: number;
}

/**
 * A desk over real sockets: a browser, a proxy that can lose answers, the built gateway, and an API that places a cart
 * again with each confirmation. The tests compare the screen with its ledger.
 */
export interface PlacingDesk {
  readonly api: MockApi;
  readonly proxy: DroppingProxy;
  /** The check page of the cart. */
  readonly reviewUrl: string;
  readonly placed: () => number;
  readonly told: readonly Told[];
  readonly restartGateway: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens it with one ready cart. Records every text of the context's pages from now on. */
export async function openPlacingDesk(context: BrowserContext): Promise<PlacingDesk> {
  const api = createMockApi();
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ external_id: 'SIEGE' })] }));
  api.outcome('SIEGE', { state: 'acknowledged', after: 0 });
  let placed = 0;
  const server = await serveApi(async (request) => {
    const answer = await api.fetch(request);
    const call = matchOperation(request.method, new URL(request.url).pathname);
    if (call?.name !== 'confirmCart') return answer;
    if (answer.ok) placed += 1;
    if (answer.status !== 409) return answer;
    // The mock refuses a second confirmation. The document does not promise that the API does.
    placed += 1;
    return api.fetch(new Request(new URL(operationPath('readCart', call.ids), request.url)));
  });
  // The gateway's hold is as short as possible; the tests advance the page's clock.
  const settings = { HOLD_SECONDS: '1', STATE_DIR: await aStateFolder() };
  let gateway = await startGateway(server.origin, { settings });
  const port = Number(new URL(gateway.origin).port);
  const proxy = await openDroppingProxy(() => port);

  const told: Told[] = [];
  context.on('console', (message) => {
    if (message.type() === 'debug') told.push({ text: message.text(), placed });
  });
  await context.addInitScript(() => {
    const look = () => {
      const spoken = document.querySelectorAll('[role=alert], [role=status], main');
      // oxlint-disable-next-line no-console
      console.debug([...spoken].map(({ textContent }) => textContent).join('\n'));
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });

  return {
    api,
    proxy,
    reviewUrl: `http://127.0.0.1:${proxy.port}/carts/${cartId}/confirm`,
    placed: () => placed,
    told,
    restartGateway: async () => {
      await gateway.kill();
      gateway = await startGateway(server.origin, { port, settings, awaitPause: false });
    },
    close: async () => {
      proxy.close();
      await gateway.kill();
      server.close();
    },
  };
}
