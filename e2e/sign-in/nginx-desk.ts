import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, type Page } from '@playwright/test';
import { serveApi } from '~e2e/api-server';
import { row } from '~e2e/steps';
import { freePort, redisPath, startRedis } from '~/gateway/testing/redis-server';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { signInWithAccount } from './steps';
import { ACCOUNT, startProvider } from './token-provider';

const NGINX = ['nginx', '/usr/sbin/nginx'].find((path) => spawnSync(path, ['-v']).status === 0);
const CERTIFICATE =
  'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem';

/** Whether nginx, Redis and openssl are on this machine. */
export const canStartNginxDesk =
  NGINX !== undefined && redisPath() !== null && spawnSync('openssl', ['version']).status === 0;

/** The indented block of DEPLOY.md that begins so. */
function blockOf(deploy: string, begin: string): string {
  const [, after = ''] = deploy.split(`\n    ${begin}`);
  const [block = ''] = after.split(/\n(?! {4}|\n)/);
  expect(block).not.toBe('');
  return begin + block;
}

/** The configuration of DEPLOY.md, with other ports and a certificate. */
async function configuration(port: number, servers: readonly string[]): Promise<string> {
  const deploy = await readFile('DEPLOY.md', 'utf8');
  const hidden = /`(location ~ \S+ \{.*?\})`/.exec(deploy)?.[1] ?? '';
  const upstreams = blockOf(deploy, 'upstream orderdesk {\n      server 10.0.0.11').replace(
    /server 10.*(?=keepalive )/s,
    `${servers.join('\n')}\n`,
  );
  const server = blockOf(deploy, '# Neither the query')
    .replace(/upstream .*?\n {4}\}/s, '')
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('# ssl_certificate …;', `ssl_certificate cert.pem; ssl_certificate_key key.pem; ${hidden}`)
    .replace('/var/log/nginx/', '');
  return `events {}\nhttp {\n${upstreams}\n${server}\n}`;
}

async function startNginx(port: number, ports: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 'orderdesk-nginx-'));
  spawnSync('openssl', CERTIFICATE.split(' '), { cwd: folder });
  const configure = async (downPort: number | null) => {
    const servers = ports.map((own) => `server 127.0.0.1:${own}${own === downPort ? ' down' : ''};`);
    await writeFile(join(folder, 'nginx.conf'), await configuration(port, servers));
  };
  await configure(null);
  const files = ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'];
  const nginx = spawn(NGINX ?? '', [...files, '-g', 'daemon off; pid nginx.pid;'], { stdio: 'inherit' });
  const workers = () => spawnSync('ps', ['-o', 'pid=', '--ppid', String(nginx.pid)]).stdout.toString();
  return {
    log: () => readFile(join(folder, 'orderdesk.log'), 'utf8'),
    /** Takes an instance out, or none, and waits for the end of the old workers. */
    takeOut: async (downPort: number | null) => {
      const old = workers().match(/\d+/g) ?? [];
      await configure(downPort);
      nginx.kill('SIGHUP');
      await expect.poll(() => old.some((pid) => workers().includes(pid))).toBe(false);
    },
    close: async () => {
      const ended = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts an instance and waits until people may be sent to it; gives the function that stops it. */
async function startInstance(port: number, settings: Readonly<Record<string, string>>) {
  const gateway = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...settings, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: gateway.stdout }), 'line');
  const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
  await expect.poll(readiness).toBe(200);
  return async () => {
    const ended = once(gateway, 'exit');
    gateway.kill('SIGTERM');
    await ended;
  };
}

/** Two instances of one state behind nginx, as DEPLOY.md configures it, and a page that is signed in. */
export async function openNginxDesk(page: Page) {
  const api = createMockApi();
  const [redis, provider] = [await startRedis(), await startProvider()];
  const server = await serveApi((request) => api.fetch(request));
  const [port, ...ports] = [await freePort(), await freePort(), await freePort()];
  const key = () => randomBytes(32).toString('base64');
  const settings = {
    PUBLIC_ORIGIN: `https://localhost:${port}`,
    TRUSTED_PROXIES: '1',
    ORDER_API_URL: server.origin,
    ORDER_API_TOKEN_URL: provider.tokenUrl,
    SIGN_IN: 'account',
    SESSION_KEY: key(),
    DRAFT_KEY: key(),
    STATE_URL: redis.url,
    LOG_REQUESTS: 'no',
    AUDIT_FILE: '/dev/null',
  };
  const stops = new Map<number, () => Promise<void>>();
  for (const own of ports) stops.set(own, await startInstance(own, settings));
  const nginx = await startNginx(port, ports);
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Garage Moreau' })] }));
  await expect(async () => page.goto(`${settings.PUBLIC_ORIGIN}/lines?search=Moreau`)).toPass();
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  return {
    api,
    nginx,
    origin: settings.PUBLIC_ORIGIN,
    /** One instance after the other. */
    update: async () => {
      for (const own of ports) {
        await nginx.takeOut(own);
        await stops.get(own)?.();
        stops.set(own, await startInstance(own, settings));
        await nginx.takeOut(null);
      }
    },
    close: async () => {
      await nginx.close();
      for (const stop of stops.values()) await stop();
      server.close();
      provider.close();
      await redis.stop();
    },
  };
}

/** The page reads and creates carts until `isOver` is set on it. Gives what failed, and the epochs that it saw. */
export function askAllTheTime(page: Page) {
  return page.evaluate(async () => {
    const failures: string[] = [];
    const epochs = new Set<string>();
    let createdCount = 0;
    const call = async (path: string, key = '', body = '') => {
      const headers = { 'x-ot': '1', 'content-type': 'application/json', 'idempotency-key': key };
      const init = body === '' ? { headers } : { method: 'POST', headers, body };
      const answer = await fetch(path, init).catch(() => null);
      if (!answer?.ok || answer.headers.get('x-ot') !== '1') failures.push(`${path}: ${answer?.status}`);
      return (await answer?.text()) ?? '';
    };
    const create = async () => {
      const session = await call('/auth/session');
      const [epoch = '', now = ''] = ['epoch', 'now'].map((fact) => {
        const [, value] = new RegExp(`"${fact}":"?([\\w-]+)`).exec(session) ?? [];
        return value;
      });
      epochs.add(epoch);
      createdCount += 1;
      const key = `${epoch}.${now}.${crypto.randomUUID().replaceAll('-', '').slice(0, 22)}`;
      await call('/api/v1/product_order', key, JSON.stringify({ external_id: `CDE-${createdCount}` }));
    };
    const repeat = async (work: () => Promise<unknown>, everyMs: number) => {
      while (!('isOver' in globalThis)) {
        await work();
        await new Promise((resolve) => {
          setTimeout(resolve, everyMs);
        });
      }
    };
    await Promise.all([
      repeat(() => call('/api/v1/product_order_item/?search=Moreau'), 80),
      repeat(() => call('/api/v1/product_order/'), 250),
      repeat(create, 600),
    ]);
    return { failures, epochCount: epochs.size, createdCount };
  });
}
