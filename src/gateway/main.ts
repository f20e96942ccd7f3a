import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { readClientBuild } from './client-files';
import { NO_NETWORK } from './desk-in-process';
import { openDesk } from './open-desk';
import type { OrderApi } from './order-api-settings';
import { readSettings, type Settings } from './settings';
import { networkUpstream, type Upstream } from './upstream';
import { createWebServer, listen, stop } from './web-server';

async function openUpstream(orderApi: OrderApi): Promise<Upstream> {
  if (orderApi.kind === 'remote') return networkUpstream();
  const { createMockApi } = await import('~/mock-api/create-mock-api');
  const mock = createMockApi({ lines: orderApi.lines });
  return (request) => mock.fetch(request);
}

/** Appends to the audit's file; the process ends when it can't, for what happens unseen must not happen. */
function openAudit({ auditFile, logRequests, signIn }: Settings): (line: string) => void {
  const isWanted = logRequests || signIn.kind !== 'none';
  if (auditFile === null) return isWanted ? (line) => process.stderr.write(line) : () => undefined;
  const file = createWriteStream(auditFile, { flags: 'a', mode: 0o600 });
  file.on('error', () => {
    console.error('AUDIT_FILE cannot be written.');
    process.exit(1);
  });
  return (line) => file.write(line);
}

async function run(settings: Settings): Promise<void> {
  const { host, port, orderApi, publicOrigin, logRequests } = settings;
  const [client, upstream] = await Promise.all([
    readClientBuild(join(import.meta.dirname, '../client')),
    openUpstream(orderApi),
  ]);
  const desk = openDesk({
    settings,
    client,
    upstream,
    origin: orderApi.kind === 'remote' ? orderApi.origin : NO_NETWORK,
    logRequest: logRequests ? (line) => process.stderr.write(line) : () => undefined,
    logAudit: openAudit(settings),
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
      void stop(server).then(() => process.exit(0));
    });
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
