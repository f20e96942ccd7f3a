import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A proxy of bytes between a browser and a gateway. It can lose an answer, as networks do. */
export interface DroppingProxy {
  readonly port: number;
  /** The number of requests that held this text. */
  readonly seen: (text: string) => number;
  /** Passes the next request with this text on, and cuts its connection to the browser when `when` resolves. */
  readonly dropNext: (text: string, when: Promise<void>) => void;
  readonly close: () => void;
}

/** Opens it on a free port in front of a gateway's port. */
export async function openDroppingProxy(gatewayPort: () => number): Promise<DroppingProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let dropping: { readonly text: string; readonly when: Promise<void> } | null = null;

  const server = createServer((browser) => {
    let isHeld = false;
    const gateway = connect(gatewayPort(), '127.0.0.1');
    for (const socket of [browser, gateway]) {
      sockets.add(socket);
      // A broken half ends the other half, as without a proxy.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    browser.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      requests.push(text);
      gateway.write(bytes);
      if (!dropping || !text.includes(dropping.text)) return;
      const { when } = dropping;
      dropping = null;
      isHeld = true;
      void when.then(() => browser.destroy());
    });
    gateway.on('data', (bytes) => {
      if (!browser.destroyed) browser.write(bytes);
    });
    gateway.on('close', () => isHeld || browser.destroy());
    // The gateway's half stays open: the gateway does not learn that the browser is gone.
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    seen: (text) => requests.filter((request) => request.includes(text)).length,
    dropNext: (text, when) => {
      dropping = { text, when };
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
