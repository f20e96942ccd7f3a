import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { serveApi } from '~e2e/api-server';
import { freePort } from '~/gateway/testing/redis-server';
import { aStateFolder } from '~/gateway/testing/state-folder';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import { DESK_CLIENT, startCompanyProvider } from './company-provider';
import { openFront } from './front';
import { ACCOUNT, startProvider, type Provider } from './token-provider';

/** The desk as it is run for real: an API that wants a token, the provider of tokens, and the built gateway with sign-in. */
export interface GuardedDesk {
  readonly api: MockApi;
  readonly provider: Provider;
  readonly origin: string;
  /** Every line that the gateway wrote. */
  readonly log: string[];
  /** Sends the next requests to one of the instances: 0 or 1. */
  readonly use: (instance: number) => void;
  readonly close: () => Promise<void>;
}

interface DeskOptions {
  readonly signIn: 'oidc' | 'account';
  /** Of the API's tokens. */
  readonly lifeSeconds?: number;
  /** The settings of two instances that share a state; without them there is one with a folder. */
  readonly shared?: Readonly<Record<string, string>>;
}

const key = (): string => randomBytes(32).toString('base64');

/** Starts all of it on free ports. */
export async function openGuardedDesk({
  signIn,
  lifeSeconds = 300,
  shared,
}: DeskOptions): Promise<GuardedDesk> {
  const api = createMockApi({});
  const provider = await startProvider({ lifeSeconds });
  // As the API does: nothing without a token that the provider still knows.
  const server = await serveApi(async (request) =>
    provider.holds(request.headers.get('Authorization')?.replace('Bearer ', '') ?? '')
      ? api.fetch(request)
      : Response.json({ detail: 'Unauthorized' }, { status: 401 }),
  );
  // The gateway has to know its own URL before it starts.
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const company = await startCompanyProvider(origin);
  const settings = {
    PUBLIC_ORIGIN: origin,
    ORDER_API_URL: server.origin,
    ORDER_API_TOKEN_URL: provider.tokenUrl,
    WRITE_SECONDS: '1',
    SIGN_IN: signIn,
    SESSION_KEY: key(),
    DRAFT_KEY: key(),
    ...(signIn === 'account'
      ? {}
      : {
          ORDER_API_USER: ACCOUNT.user,
          ORDER_API_PASSWORD: ACCOUNT.password,
          OIDC_ISSUER: company.issuer,
          OIDC_CLIENT_ID: DESK_CLIENT.id,
          OIDC_CLIENT_SECRET: DESK_CLIENT.secret,
          OIDC_ALLOW_CLAIM: 'groups',
          OIDC_ALLOW: 'orders',
        }),
    ...(shared ?? { STATE_DIR: await aStateFolder() }),
  };
  const ports = shared ? [await freePort(), await freePort()] : [port];
  const log: string[] = [];
  const gateways = ports.map((own) =>
    spawn(process.execPath, ['dist/server/main.js'], {
      env: { ...settings, PORT: String(own) },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  await Promise.all(gateways.map((gateway) => untilStarted(gateway, log)));
  const front = shared ? await openFront(port, ports) : null;
  return {
    api,
    provider,
    origin,
    log,
    use: (instance) => front?.use(instance),
    close: async () => {
      front?.close();
      const ended = gateways.map((gateway) => once(gateway, 'exit'));
      for (const gateway of gateways) gateway.kill('SIGKILL');
      await Promise.all(ended);
      server.close();
      provider.close();
      company.close();
    },
  };
}

async function untilStarted({ stdout, stderr }: ChildProcess, log: string[]): Promise<void> {
  if (!stdout || !stderr) throw new Error('The gateway cannot be heard');
  createInterface({ input: stderr }).on('line', (line) => log.push(line));
  const lines = createInterface({ input: stdout });
  const started = once(lines, 'line');
  lines.on('line', (line) => log.push(line));
  await started;
}
