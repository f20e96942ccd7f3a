import { join } from 'node:path';
import { readClientBuild } from '~/gateway/document/client-files';
import { NO_NETWORK } from './in-process';
import { composeGateway } from './compose';
import type { OrderApi } from '~/gateway/settings/order-api-settings';
import { readSettings, type Settings } from '~/gateway/settings/settings';
import { checkAuditFile, createAuditFile, type WriteAudit } from '~/gateway/session/audit-file';
import { networkUpstream, type Upstream } from '~/gateway/upstream/upstream';
import { openState } from './open-state';
import { createWebServer, listen, stop } from './web-server';

async function openUpstream(orderApi: OrderApi): Promise<Upstream> {
  if (orderApi.kind === 'remote') return networkUpstream();
  const { createMockApi } = await import('~/mock-api/create-mock-api');
  const mock = createMockApi({ lines: orderApi.lines });
  return (request) => mock.fetch(request);
}

/** The audit in its file, or on stderr. Throws when the file cannot be written at start. */
async function openAudit({ auditFile, logRequests, signIn }: Settings): Promise<WriteAudit> {
  const toStderr = (lines: string): void => void process.stderr.write(lines);
  if (auditFile !== null) {
    await checkAuditFile(auditFile);
    return createAuditFile(auditFile, toStderr);
  }
  return logRequests || signIn.kind !== 'none' ? async (line) => toStderr(line) : async () => undefined;
}

async function run(settings: Settings): Promise<void> {
  const { host, port, orderApi, publicOrigin, logRequests } = settings;
  const [client, upstream, state, logAudit] = await Promise.all([
    readClientBuild(join(import.meta.dirname, '../client')),
    openUpstream(orderApi),
    openState(settings),
    openAudit(settings),
  ]);
  const desk = composeGateway({
    settings,
    client,
    upstream,
    origin: orderApi.kind === 'remote' ? orderApi.origin : NO_NETWORK,
    state,
    logRequest: logRequests ? (line) => process.stderr.write(line) : () => undefined,
    logAudit,
  });
  const server = createWebServer(desk.answer);
  const taken = await listen(server, host, port);
  const address = publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  console.log(
    orderApi.kind === 'sandbox'
      ? `Orderdesk is at ${address} (sandbox: nothing that you order is real)`
      : `Orderdesk is at ${address} (orders go to ${orderApi.origin})`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal finds no handler and ends the process at once.
    process.once(signal, () => {
      desk.beginStop();
      void stop(server)
        .then(() => state.close())
        .then(() => process.exit(0));
    });
  }
}

// A closed log must not end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

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
