import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

function problemsWith(env: Record<string, string>): readonly string[] {
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
        orderApi: { kind: 'sandbox', lines: 2000 },
        logRequests: false,
      },
    });
  });

  it('take an API on this machine, and log its requests', () => {
    expect(
      readSettings({ ORDER_API_URL: 'http://127.0.0.1:9000', ORDER_API_AUTH: 'none', PORT: '0' }),
    ).toEqual({
      ok: true,
      settings: {
        host: '127.0.0.1',
        port: 0,
        publicOrigin: null,
        orderApi: { kind: 'remote', origin: 'http://127.0.0.1:9000' },
        logRequests: true,
      },
    });
  });

  it('count an empty value as not set', () => {
    expect(readSettings({ PORT: '', HOST: '', SANDBOX_LINES: '', ORDER_API_URL: '' })).toEqual(
      readSettings({}),
    );
  });

  it('list every problem at once', () => {
    expect(problemsWith({ PORT: '80 80', SANDBOX_LINES: '100001', LOG_REQUESTS: 'maybe' })).toHaveLength(3);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '8080.5'],
    ['PORT', '0x50'],
    ['HOST', 'a b'],
    ['SANDBOX_LINES', '1e3'],
    ['LOG_REQUESTS', 'true'],
    ['PUBLIC_ORIGIN', 'http://orders.example.com'],
    ['PUBLIC_ORIGIN', 'https://orders.example.com/desk'],
    ['ORDER_API_AUTH', 'none'],
    ['ORDER_API_URL', 'api.example.com'],
    ['ORDER_API_URL', 'ftp://127.0.0.1'],
    ['ORDER_API_URL', 'http://user:secret@127.0.0.1'],
    ['ORDER_API_URL', 'http://127.0.0.1/api'],
  ])('refuse %s=%s and name the setting', (name, value) => {
    expect(problemsWith({ [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('ask for ORDER_API_AUTH=none beside an API on this machine', () => {
    expect(problemsWith({ ORDER_API_URL: 'http://127.0.0.1' })).toEqual([
      expect.stringContaining('ORDER_API_AUTH'),
    ]);
  });

  it.each([
    'https://api.example.com',
    'http://10.0.0.5:8080',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
  ])('refuse the remote API %s, for nobody can sign in to it yet', (url) => {
    expect(problemsWith({ ORDER_API_URL: url, ORDER_API_AUTH: 'none' })).toEqual([
      expect.stringContaining('another machine'),
    ]);
  });
});
