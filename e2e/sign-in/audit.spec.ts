import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '~e2e/fixtures';
import { startGateway } from '~e2e/gateway-process';
import { expect } from '@playwright/test';

test('a failing audit file does not stop the gateway', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  const gateway = await startGateway('http://127.0.0.1:9', {
    awaitPause: false,
    settings: { AUDIT_FILE: join(folder, 'audit.log') },
  });
  await rm(folder, { recursive: true });
  // A call of another site writes a line.
  for (let count = 0; count < 3; count += 1) {
    const refused = await fetch(`${gateway.origin}/auth/session`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(refused.status).toBe(403);
  }
  const health = await fetch(`${gateway.origin}/healthz`);
  expect(health.status).toBe(200);
  await gateway.kill();
});

test('a fact set by hand is audited with both values', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  const file = join(folder, 'audit.log');
  const { origin, kill } = await startGateway('http://127.0.0.1:9', {
    awaitPause: false,
    settings: { AUDIT_FILE: file },
  });
  for (const value of ['minus', 'colon', null]) {
    const { status } = await fetch(`${origin}/gw/server`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-ot': '1', origin },
      body: JSON.stringify({ fact: 'sort', value }),
    });
    expect(status).toBe(200);
  }
  await kill();
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const from = expect.stringMatching(/^[\w-]{16}$/);
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { audit: 'fact-set', from, fact: 'sort', was: null, is: 'minus' },
    { audit: 'fact-set', from, fact: 'sort', was: 'minus', is: 'colon' },
    { audit: 'fact-set', from, fact: 'sort', was: 'colon', is: null },
  ]);
  await rm(folder, { recursive: true });
});
