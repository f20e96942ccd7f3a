import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

const KEYS = ['SESSION_KEY', 'DRAFT_KEY', 'SESSION_KEY_PREVIOUS'].map((_, index) =>
  Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + index * 11) % 256)).toString('base64'),
);
const [SESSION_KEY = '', DRAFT_KEY = '', OTHER_KEY = ''] = KEYS;

const REAL_API = {
  ORDER_API_URL: 'https://api.example.com',
  ORDER_API_TOKEN_URL: 'https://id.example.com/auth/realms/covage/protocol/openid-connect/token',
};
/** A real API behind the company's own sign-in: every check passes. */
const OIDC = {
  ...REAL_API,
  ORDER_API_USER: 'desk',
  ORDER_API_PASSWORD: 'canary-password',
  PUBLIC_ORIGIN: 'https://orders.example.com',
  SIGN_IN: 'oidc',
  SESSION_KEY,
  DRAFT_KEY,
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'orderdesk',
  OIDC_ALLOW_CLAIM: 'groups',
  OIDC_ALLOW: 'orders, sales',
};
const ACCOUNT = {
  ...REAL_API,
  PUBLIC_ORIGIN: 'https://o.example.com',
  SIGN_IN: 'account',
  SESSION_KEY,
  DRAFT_KEY,
};

type Change = Readonly<Record<string, string | undefined>>;

function problemsWith(env: Change): readonly string[] {
  const result = readSettings(env);
  return result.ok ? [] : result.problems;
}

describe('settings', () => {
  it('start the sandbox on this machine when nothing is set', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        host: '127.0.0.1',
        port: 8080,
        publicOrigin: null,
        trustedProxies: 0,
        orderApi: { kind: 'sandbox', lines: 2000 },
        signIn: { kind: 'none' },
        logRequests: false,
        auditFile: null,
        writeSeconds: 30,
        holdSeconds: 120,
      },
    });
  });

  it('take an API on this machine without any sign-in, and log its requests', () => {
    expect(
      readSettings({ ORDER_API_URL: 'http://127.0.0.1:9000', ORDER_API_AUTH: 'none', PORT: '0' }),
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

  it('take an account that people type', () => {
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

  it.each<[string, Change, string]>([
    ['a port out of range', { PORT: '65536' }, 'PORT'],
    ['a port below zero', { PORT: '-1' }, 'PORT'],
    ['a port with a fraction', { PORT: '8080.5' }, 'PORT'],
    ['a port in hexadecimal', { PORT: '0x50' }, 'PORT'],
    ['a host with a space', { HOST: 'a b' }, 'HOST'],
    ['a count in powers', { SANDBOX_LINES: '1e3' }, 'SANDBOX_LINES'],
    ['a switch in other words', { LOG_REQUESTS: 'true' }, 'LOG_REQUESTS'],
    ['a write limit too long', { WRITE_SECONDS: '31' }, 'WRITE_SECONDS'],
    ['no time for a write', { WRITE_SECONDS: '0' }, 'WRITE_SECONDS'],
    ['a hold too long', { HOLD_SECONDS: '3601' }, 'HOLD_SECONDS'],
    ['too many proxies', { TRUSTED_PROXIES: '6' }, 'TRUSTED_PROXIES'],
    ['a plain public address', { PUBLIC_ORIGIN: 'http://orders.example.com' }, 'PUBLIC_ORIGIN'],
    ['a public address with a path', { PUBLIC_ORIGIN: 'https://orders.example.com/desk' }, 'PUBLIC_ORIGIN'],
    ['a way of signing in without an API', { ORDER_API_AUTH: 'none' }, 'ORDER_API_AUTH'],
    [
      'a token address without an API',
      { ORDER_API_TOKEN_URL: 'https://id.example.com/token' },
      'ORDER_API_URL',
    ],
    ['an API without a scheme', { ...OIDC, ORDER_API_URL: 'api.example.com' }, 'ORDER_API_URL'],
    ['an API over ftp', { ...OIDC, ORDER_API_URL: 'ftp://127.0.0.1' }, 'ORDER_API_URL'],
    ['an API with a password', { ...OIDC, ORDER_API_URL: 'https://u:canary-password@x' }, 'ORDER_API_URL'],
    ['an API with a path', { ...OIDC, ORDER_API_URL: 'https://api.example.com/api' }, 'ORDER_API_URL'],
    ['a plain API elsewhere', { ...OIDC, ORDER_API_URL: 'http://10.0.0.5:8080' }, 'ORDER_API_URL'],
    [
      'an API that only looks near',
      { ...OIDC, ORDER_API_URL: 'http://127.0.0.1.example.com' },
      'ORDER_API_URL',
    ],
    [
      'no sign-in to an API elsewhere',
      { ORDER_API_URL: 'https://api.example.com', ORDER_API_AUTH: 'none' },
      'ORDER_API_AUTH',
    ],
    [
      'another way of signing in',
      { ORDER_API_URL: 'http://127.0.0.1', ORDER_API_AUTH: 'basic' },
      'ORDER_API_AUTH',
    ],
    ['no token address', { ...OIDC, ORDER_API_TOKEN_URL: undefined }, 'ORDER_API_TOKEN_URL'],
    [
      'a plain token address elsewhere',
      { ...OIDC, ORDER_API_TOKEN_URL: 'http://id.example.com/token' },
      'ORDER_API_TOKEN_URL',
    ],
    [
      'a token address with a query',
      { ...OIDC, ORDER_API_TOKEN_URL: 'https://id.example.com/token?a=b' },
      'ORDER_API_TOKEN_URL',
    ],
    [
      'the realm in place of the token address',
      { ...OIDC, ORDER_API_TOKEN_URL: 'https://id.example.com/auth' },
      'ORDER_API_TOKEN_URL',
    ],
    ['no name of the account', { ...OIDC, ORDER_API_USER: undefined }, 'ORDER_API_USER'],
    ['no secret of the account', { ...OIDC, ORDER_API_PASSWORD: undefined }, 'ORDER_API_PASSWORD'],
    ['a secret twice', { ...OIDC, ORDER_API_PASSWORD_FILE: '/etc/passwd' }, 'ORDER_API_PASSWORD_FILE'],
    [
      'a secret’s file that is not there',
      { ...OIDC, ORDER_API_PASSWORD: '', ORDER_API_PASSWORD_FILE: '/nowhere' },
      'ORDER_API_PASSWORD_FILE',
    ],
    [
      'a real API without sign-in',
      {
        ...OIDC,
        SIGN_IN: undefined,
        OIDC_ISSUER: '',
        OIDC_CLIENT_ID: '',
        OIDC_ALLOW: '',
        OIDC_ALLOW_CLAIM: '',
      },
      'SIGN_IN',
    ],
    ['an unknown sign-in', { SIGN_IN: 'saml' }, 'SIGN_IN'],
    [
      'an open desk for the network',
      { ORDER_API_URL: 'http://127.0.0.1:9', ORDER_API_AUTH: 'none', HOST: '0.0.0.0' },
      'SIGN_IN',
    ],
    [
      'an open desk behind a public address',
      { ORDER_API_URL: 'http://127.0.0.1:9', ORDER_API_AUTH: 'none', PUBLIC_ORIGIN: 'https://o.example.com' },
      'SIGN_IN',
    ],
    [
      'typed accounts on the sandbox',
      { SIGN_IN: 'account', SESSION_KEY, DRAFT_KEY, PUBLIC_ORIGIN: 'https://o.example.com' },
      'SIGN_IN',
    ],
    ['a typed account beside one of its own', { ...ACCOUNT, ORDER_API_USER: 'desk' }, 'ORDER_API_USER'],
    ['sign-in without a public address', { ...OIDC, PUBLIC_ORIGIN: undefined }, 'PUBLIC_ORIGIN'],
    ['no key for cookies', { ...OIDC, SESSION_KEY: undefined }, 'SESSION_KEY'],
    ['a short key', { ...OIDC, SESSION_KEY: 'c2hvcnQ=' }, 'SESSION_KEY'],
    ['a weak key', { ...OIDC, SESSION_KEY: 'A'.repeat(43) }, 'SESSION_KEY'],
    [
      'a password for a key',
      { ...OIDC, SESSION_KEY: 'correct horse battery staple correct horse!' },
      'SESSION_KEY',
    ],
    ['a weak former key', { ...OIDC, SESSION_KEY_PREVIOUS: 'B'.repeat(43) }, 'SESSION_KEY_PREVIOUS'],
    ['no key for drafts', { ...OIDC, DRAFT_KEY: undefined }, 'DRAFT_KEY'],
    ['one key for both', { ...OIDC, DRAFT_KEY: SESSION_KEY }, 'different keys'],
    ['sessions without an end', { ...OIDC, SESSION_HOURS: '0' }, 'SESSION_HOURS'],
    ['an idle time of a day', { ...OIDC, SESSION_IDLE_MINUTES: '1440' }, 'SESSION_IDLE_MINUTES'],
    ['no issuer', { ...OIDC, OIDC_ISSUER: undefined }, 'OIDC_ISSUER'],
    ['a plain issuer elsewhere', { ...OIDC, OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER'],
    ['no client', { ...OIDC, OIDC_CLIENT_ID: undefined }, 'OIDC_CLIENT_ID'],
    ['nobody said to be allowed', { ...OIDC, OIDC_ALLOW: undefined }, 'OIDC_ALLOW'],
    ['allowed values of no claim', { ...OIDC, OIDC_ALLOW_CLAIM: undefined }, 'OIDC_ALLOW_CLAIM'],
    ['an empty allowed value', { ...OIDC, OIDC_ALLOW: 'orders,,sales' }, 'OIDC_ALLOW'],
    ['everyone of a claim', { ...OIDC, OIDC_ALLOW: 'everyone' }, 'OIDC_ALLOW'],
    ['scopes without openid', { ...OIDC, OIDC_SCOPES: 'profile' }, 'OIDC_SCOPES'],
    ['settings of another sign-in', { ...ACCOUNT, OIDC_ISSUER: 'https://login.example.com' }, 'OIDC_ISSUER'],
    ['a misspelled setting', { ...OIDC, OIDC_ALOW: 'x' }, 'OIDC_ALOW'],
    [
      'certificates unchecked',
      { ...OIDC, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      'NODE_TLS_REJECT_UNAUTHORIZED',
    ],
    ['tokens through a proxy', { ...OIDC, NODE_USE_ENV_PROXY: '1' }, 'NODE_USE_ENV_PROXY'],
  ])('refuse %s, and say it without a secret', (_, env, words) => {
    const problems = problemsWith(env);
    expect(problems.join(' ')).toContain(words);
    const secrets = ['canary-password', SESSION_KEY, DRAFT_KEY, OTHER_KEY, 'correct horse'];
    for (const secret of secrets) expect(problems.join(' ')).not.toContain(secret);
  });
});
