import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { aStateFolder } from '~/gateway/testing/state-folder';
import { BAD_SETTINGS, SECRETS } from '~/gateway/testing/bad-settings';
import { startGateway } from './gateway-process';

/** The processes that run at the same time. */
const AT_ONCE = 4;

test('the gateway refuses every bad setting without a secret', async () => {
  test.slow();
  const left = [...BAD_SETTINGS];
  const startAll = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [wrong, env, named] = next;
      const { code, printed, told } = await start(env);
      expect(code, wrong).toBe(1);
      // It prints its URL as soon as it listens.
      expect(printed, wrong).toBe('');
      expect(told, wrong).toContain('Orderdesk does not start:');
      expect(told, wrong).toContain(named);
      for (const secret of SECRETS) expect(told, wrong).not.toContain(secret);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, startAll));
});

test('a second gateway on one data folder does not start', async () => {
  const settings = { STATE_DIR: await aStateFolder() };
  const first = await startGateway('http://127.0.0.1:9', { awaitPause: false, settings });
  const second = { ORDER_API_URL: 'http://127.0.0.1:9', ORDER_API_AUTH: 'none', ...settings };
  const { code, printed, told } = await start(second);
  expect([code, printed]).toEqual([1, '']);
  expect(told).toContain('is in use by another process of Orderdesk');
  expect((await fetch(`${first.origin}/healthz`)).status).toBe(200);
  await first.kill();
});

async function start(env: NodeJS.ProcessEnv) {
  // A gateway that wrongly starts needs a free port.
  const gateway = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 10_000,
  });
  const ended = once(gateway, 'exit').then(() => gateway.exitCode);
  const [code, printed, told] = await Promise.all([ended, text(gateway.stdout), text(gateway.stderr)]);
  return { code, printed, told };
}
