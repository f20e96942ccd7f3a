import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { confirmAsPerson } from '~/gateway/testing/confirming-person';
import { redisPath, startRedis } from '~/gateway/testing/redis-server';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { serveApi } from './api-server';
import { startGateway } from './gateway-process';
import { dice, runSeed } from './long-trial';

/* The state in a Redis as DEPLOY.md describes it: TLS, a password from a file, and a user with few rights. */

const PASSWORD = 'canary-secret-of-redis';

const isPossible = redisPath() !== null && spawnSync('openssl', ['version']).status === 0;

/** A certificate of this machine that is its own authority. */
async function aCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'orderdesk-tls-'));
  const [cert, key] = [join(folder, 'ca.pem'), join(folder, 'key.pem')];
  const asked =
    'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=redis -addext subjectAltName=IP:127.0.0.1';
  const { status } = spawnSync('openssl', [...asked.split(' '), '-keyout', key, '-out', cert]);
  expect(status).toBe(0);
  return { folder, cert, key };
}

/** The rights of the Redis user, as DEPLOY.md names them. */
async function documentedRights(): Promise<string[]> {
  const deploy = await readFile('DEPLOY.md', 'utf8');
  const [, keys = ''] = /a user with `(\S+)`/.exec(deploy) ?? [];
  const [, commands = ''] = /the commands of `([^`]+)`/.exec(deploy) ?? [];
  expect([keys, commands]).not.toContain('');
  return [keys, ...commands.split(/\s+/)];
}

async function openRedis() {
  const { folder, cert, key } = await aCertificate();
  const rights = await documentedRights();
  const redis = await startRedis({
    tls: { cert, key },
    args: ['--user', 'default', 'off', '--user', 'orderdesk', 'on', `>${PASSWORD}`, ...rights],
  });
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, `${PASSWORD}\n`);
  const settings = {
    STATE_URL: redis.url.replace('//', '//orderdesk@'),
    STATE_DIR: '',
    STATE_PASSWORD_FILE: passwordFile,
    NODE_EXTRA_CA_CERTS: cert,
    HOLD_SECONDS: '1',
  };
  return { redis, settings, folder };
}

if (!isPossible) {
  process.stdout.write('Redis over TLS is not tried: no redis-server or no openssl is on this machine\n');
} else {
  test('an order is placed once with Redis over TLS', async () => {
    test.slow();
    const { redis, settings } = await openRedis();
    const api = createMockApi();
    const server = await serveApi((request) => api.fetch(request));
    const gateways = await Promise.all([1, 2].map(() => startGateway(server.origin, { settings })));
    const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
    const roll = dice(runSeed());
    const origins = gateways.map(({ origin }) => origin);
    const told = await Promise.all(
      [1, 2].map((person) => confirmAsPerson({ origins, address: `10.0.0.${person}`, cartId, roll }, 60_000)),
    );
    expect(told).toContain('placed');
    expect(api.ledger.of('confirmCart')).toHaveLength(1);
    await Promise.all(gateways.map((gateway) => gateway.kill()));
    server.close();
    await redis.stop();
  });

  test('an unknown authority or password stops the start', async () => {
    const { redis, settings, folder } = await openRedis();
    const wrongFile = join(folder, 'wrong');
    await writeFile(wrongFile, 'another');
    const wrong = [
      { setting: { NODE_EXTRA_CA_CERTS: '' }, named: 'self-signed certificate' },
      { setting: { STATE_PASSWORD_FILE: wrongFile }, named: 'WRONGPASS' },
    ];
    for (const { setting, named } of wrong) {
      const gateway = spawn(process.execPath, ['dist/server/main.js'], {
        env: {
          PORT: '0',
          ORDER_API_URL: 'http://127.0.0.1:9',
          ORDER_API_AUTH: 'none',
          ...settings,
          ...setting,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 30_000,
      });
      const ended = once(gateway, 'exit');
      const [printed, told] = await Promise.all([text(gateway.stdout), text(gateway.stderr)]);
      await ended;
      expect([gateway.exitCode, printed]).toEqual([1, '']);
      expect(told).toContain('STATE_URL cannot be used: ');
      expect(told).toContain(named);
      expect(told).not.toContain(PASSWORD);
    }
    await redis.stop();
  });
}
