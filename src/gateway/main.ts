import { join } from 'node:path';
import { readClientBuild } from './client-files';
import { createGateway } from './gateway';
import { createForward, type Forward } from './proxy';
import type { OrderApi } from './order-api-settings';
import { createServiceAccount } from './service-account';
import { readSettings, type Settings } from './settings';
import { createTokenEndpoint } from './token-endpoint';
import { withTokens } from './token-source';
import { networkUpstream } from './upstream';
import { createWebServer, listen, stop } from './web-server';

/** Where the sandbox believes that it is called; no network is behind it. */
const SANDBOX_ORIGIN = 'http://sandbox.localhost';

async function forwardTo(orderApi: OrderApi): Promise<Forward> {
  if (orderApi.kind === 'remote') {
    const { origin, tokens } = orderApi;
    if (!tokens?.account) return createForward(origin, networkUpstream());
    const account = createServiceAccount({
      endpoint: createTokenEndpoint(tokens),
      account: tokens.account,
      onEvent: () => undefined,
    });
    return createForward(origin, withTokens(networkUpstream(), account));
  }
  const { createMockApi } = await import('~/mock-api/create-mock-api');
  const mock = createMockApi({ lines: orderApi.lines });
  return createForward(SANDBOX_ORIGIN, (request) => mock.fetch(request));
}

async function run({ host, port, orderApi, publicOrigin, logRequests, signIn }: Settings): Promise<void> {
  if (signIn.kind !== 'none') throw new Error(`SIGN_IN=${signIn.kind} is not there yet.`);
  const [client, forward] = await Promise.all([
    readClientBuild(join(import.meta.dirname, '../client')),
    forwardTo(orderApi),
  ]);
  const sandbox = orderApi.kind === 'sandbox';
  const gateway = createGateway({
    client,
    forward,
    sandbox,
    publicOrigin,
    log: logRequests ? (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`) : () => undefined,
  });
  const server = createWebServer(gateway);
  const taken = await listen(server, host, port);
  const address = publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  console.log(
    sandbox
      ? `Orderdesk is at ${address} (sandbox: nothing that you order is real)`
      : `Orderdesk is at ${address} (orders go to ${orderApi.origin})`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal finds no handler and ends the process at once.
    process.once(signal, () => void stop(server).then(() => process.exit(0)));
  }
}

const result = readSettings(process.env);
if (result.ok) {
  await run(result.settings).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
} else {
  console.error(
    ['Orderdesk does not start:', ...result.problems.map((problem) => `- ${problem}`)].join('\n'),
  );
  process.exit(1);
}
