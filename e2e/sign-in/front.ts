import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** A reverse proxy before several gateways. The test says which of them gets the next requests. */
export interface Front {
  readonly use: (instance: number) => void;
  readonly close: () => void;
}

/** Opens it on a port before the ports of the gateways. */
export async function openFront(port: number, gateways: readonly number[]): Promise<Front> {
  let chosen = gateways[0];
  // With Node's default of 5 s a kept connection ends under a later request.
  const server = createServer({ keepAliveTimeout: 75_000 }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const target = { host: '127.0.0.1', port: chosen, method, path: url, headers, agent: false };
    const passed = request(target, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    use: (instance) => {
      chosen = gateways[instance];
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
