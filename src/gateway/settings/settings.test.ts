import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, BAD_SETTINGS, OIDC, SECRETS } from '~/gateway/testing/bad-settings';
import type { Environment } from './setting-readers';
import { readSettings } from './settings';

function problemsWith(env: Environment): readonly string[] {
  const result = readSettings(env);
  return result.ok ? [] : result.problems;
}

describe('settings', () => {
  it('start the sandbox without any value', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        host: '127.0.0.1',
        port: 8080,
        publicOrigin: null,
        trustedProxies: 0,
        orderApi: { kind: 'sandbox', lines: 2000 },
        signIn: { kind: 'none' },
        state: { kind: 'temporary' },
        logRequests: false,
        auditFile: null,
        writeSeconds: 30,
        holdSeconds: 120,
      },
    });
  });

  it('take a local API without sign-in and log its requests', () => {
    expect(
      readSettings({
        ORDER_API_URL: 'http://127.0.0.1:9000',
        ORDER_API_AUTH: 'none',
        PORT: '0',
        STATE_DIR: '/var/lib/orderdesk',
      }),
    ).toMatchObject({
      ok: true,
      settings: {
        orderApi: { kind: 'remote', origin: 'http://127.0.0.1:9000', tokens: null },
        signIn: { kind: 'none' },
        logRequests: true,
        writeSeconds: 30,
        holdSeconds: 120,
      },
    });
  });

  it('take the real API behind the company’s own sign-in', () => {
    expect(readSettings(OIDC)).toMatchObject({
      ok: true,
      settings: {
        orderApi: {
          tokens: { clientId: 'api-client', account: { user: 'desk', password: 'canary-password' } },
        },
        signIn: {
          kind: 'oidc',
          sessions: { idleMs: 30 * 60_000, absoluteMs: 10 * 3_600_000, previousKey: null },
          oidc: { clientSecret: null, allow: { claim: 'groups', values: ['orders', 'sales'] } },
        },
      },
    });
  });

  it('take a typed account', () => {
    expect(readSettings(ACCOUNT)).toMatchObject({
      ok: true,
      settings: { orderApi: { tokens: { account: null } }, signIn: { kind: 'account' } },
    });
  });

  it('take a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'secret');
    writeFileSync(file, 'from a file\n');
    expect(
      readSettings({ ...OIDC, ORDER_API_PASSWORD: undefined, ORDER_API_PASSWORD_FILE: file }),
    ).toMatchObject({ settings: { orderApi: { tokens: { account: { password: 'from a file' } } } } });
  });

  it('count an empty value as not set', () => {
    expect(readSettings({ PORT: '', HOST: '', SANDBOX_LINES: '', ORDER_API_URL: '' })).toEqual(
      readSettings({}),
    );
  });

  it('list every problem at once', () => {
    expect(problemsWith({ PORT: '80 80', SANDBOX_LINES: '100001', LOG_REQUESTS: 'maybe' })).toHaveLength(3);
  });

  it.each(BAD_SETTINGS)('refuse %s without telling a secret', (_, env, named) => {
    const told = problemsWith(env).join(' ');
    expect(told).toContain(named);
    for (const secret of SECRETS) expect(told).not.toContain(secret);
  });
});
