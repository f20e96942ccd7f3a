import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { BAD_SETTINGS, SECRETS } from '~/gateway/bad-settings';

/** Processes at a time. */
const AT_ONCE = 4;

test(`the gateway ends at once on each of ${BAD_SETTINGS.length} bad settings, in words and without a secret`, async () => {
  test.slow();
  const left = [...BAD_SETTINGS];
  const startAll = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [wrong, env, named] = next;
      const { code, printed, told } = await start(env);
      expect(code, wrong).toBe(1);
      // It says its address as soon as it listens.
      expect(printed, wrong).toBe('');
      expect(told, wrong).toContain('Orderdesk does not start:');
      expect(told, wrong).toContain(named);
      for (const secret of SECRETS) expect(told, wrong).not.toContain(secret);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, startAll));
});

async function start(env: NodeJS.ProcessEnv) {
  // Where a setting is not refused, the port must be free.
  const gateway = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 10_000,
  });
  const ended = once(gateway, 'exit').then(() => gateway.exitCode);
  const [code, printed, told] = await Promise.all([ended, text(gateway.stdout), text(gateway.stderr)]);
  return { code, printed, told };
}
