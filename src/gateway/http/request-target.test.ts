import { describe, expect, it } from 'vitest';
import { ownOrigin, readTarget } from './request-target';

describe('a request target', () => {
  it.each([
    '/',
    '/lines',
    '/lines/',
    '/api/v1/product_order/',
    '/assets/index-T0Bmx-_v.js',
    '/carts/a~b.c-d_1',
  ])('passes when its path is plain: %s', (path) => {
    expect(readTarget(path)?.path).toBe(path);
  });

  it('keeps its query apart, whatever is in it', () => {
    const target = readTarget('/lines?search=a%2Fb%00&x=//..;');
    expect(target?.path).toBe('/lines');
    expect(target?.search.get('search')).toBe('a/b\0');
  });

  it.each([
    '/api/%2e%2e/x',
    '/api/v1/product_order/%41/',
    '/api\\v1',
    '//evil.example.com/',
    '/api//v1/product_order/',
    '/api/../gw',
    '/api/./v1',
    '/assets/a..b',
    '/.vite/manifest.json',
    '/api;x=1',
    '/api/\u0000',
    '/api/\u007F',
    '/api/é',
    '/api/a b',
    'http://evil.example.com/api/v1/product_order/',
    '*',
    '',
    `/${'a'.repeat(5000)}`,
  ])('is refused when its path is not plain: %j', (path) => {
    expect(readTarget(path)).toBeNull();
  });
});

describe('the own origin', () => {
  it.each(['localhost:8080', '127.0.0.1', 'orders.example.com', '[::1]:8080'])(
    'is that of the host %s',
    (host) => {
      expect(ownOrigin(host)).toBe(`http://${host}`);
    },
  );

  it.each([null, '', 'a b', "x; script-src 'unsafe-inline'", 'x,y', 'user@host', 'host/path', 'host:123456'])(
    'is none for the host %j',
    (host) => {
      expect(ownOrigin(host)).toBeNull();
    },
  );
});
