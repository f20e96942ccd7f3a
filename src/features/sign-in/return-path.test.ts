import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

describe('the page after a sign-in', () => {
  it.each([
    ['/carts?state=created', '/carts?state=created'],
    ['/lines/l1', '/lines/l1'],
    [undefined, '/lines'],
    ['https://evil.example.com/', '/lines'],
    ['//evil.example.com/', '/lines'],
    ['/\\evil.example.com/', '/lines'],
    ['/\t/evil.example.com/', '/lines'],
    ['javascript:alert(1)', '/lines'],
    ['/auth/callback', '/lines'],
    ['/a/../api/v1', '/lines'],
    ['/sign-in?start=yes', '/lines'],
  ])('for %j is %s', (next, path) => {
    expect(returnPath(next, 'https://orders.example.com')).toBe(path);
  });
});
