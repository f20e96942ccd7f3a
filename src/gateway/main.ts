import { join } from 'node:path';
import { readClientBuild } from './client-files';
import { createGateway } from './gateway';
import { pauseAfterStart } from './confirm-latches';
import { NO_NETWORK } from './desk-in-process';
import { createGuardedWrites } from './guarded-writes';
import { createPageCalls } from './page-calls';
import { createForward, type Forward } from './proxy';
import type { OrderApi } from './order-api-settings';
import { createServiceAccount } from './service-account';
import { readSettings, type Settings } from './settings';
import { createTokenEndpoint } from './token-endpoint';
import { withTokens } from './token-source';
import { networkUpstream } from './upstream';
import { createWebServer, listen, stop } from './web-server';

async function forwardTo(orderApi: OrderApi, writeSeconds: number): Promise<Forward> {
  if (orderApi.kind === 'remote') {
    const { origin, tokens } = orderApi;
    if (!tokens?.account) return createForward(origin, networkUpstream(), writeSeconds * 1000);
    const account = createServiceAccount({
      endpoint: createTokenEndpoint(tokens),
      account: tokens.account,
      onEvent: () => undefined,
    });
    return createForward(origin, withTokens(networkUpstream(), account), writeSeconds * 1000);
  }
  const { createMockApi } = await import('~/mock-api/create-mock-api');
  const mock = createMockApi({ lines: orderApi.lines });
  return createForward(NO_NETWORK, (request) => mock.fetch(request));
}

async function run(settings: Settings): Promise<void> {
  const { host, port, orderApi, publicOrigin, logRequests, signIn, writeSeconds, holdSeconds } = settings;
  if (signIn.kind !== 'none') throw new Error(`SIGN_IN=${signIn.kind} is not there yet.`);
  const [client, forward] = await Promise.all([
    readClientBuild(join(import.meta.dirname, '../client')),
    forwardTo(orderApi, writeSeconds),
  ]);
  const sandbox = orderApi.kind === 'sandbox';
  const writes = createGuardedWrites(forward, Date.now, {
    // A restart empties the sandbox too: nothing of the process before can still be running there.
    pause: sandbox ? 0 : pauseAfterStart(writeSeconds * 1000),
    hold: (writeSeconds + holdSeconds) * 1000,
  });
  const gateway = createGateway({
    client,
    pageCalls: createPageCalls({ forward, writes, now: Date.now }),
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
