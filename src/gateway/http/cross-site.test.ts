import { describe, expect, it } from 'vitest';
import { isOwnCall } from './cross-site';

const OURS = 'https://orders.example.com';
const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];
const PATHS = ['/api/v1/product_order_item/', '/auth/logout', '/gw/confirm-tickets'];
/** Everything that another site can make a browser send, or leave out. */
const FOREIGN = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'none' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
  { Origin: 'https://evil.example.com' },
];

describe('a call of another site', () => {
  const grid = METHODS.flatMap((method) =>
    PATHS.flatMap((path) => FOREIGN.map((headers): [string, string, object] => [method, path, headers])),
  );

  it('is tried in sixty ways', () => expect(grid).toHaveLength(60));

  it.each(grid)('is refused: %s %s %j', (method, path, headers) => {
    const sent = new Headers(Object.entries(headers));
    expect(isOwnCall(method, path, sent, OURS)).toBe(false);
    // Even if it could send our mark.
    sent.set('X-OT', '1');
    expect(isOwnCall(method, path, sent, OURS)).toBe(false);
  });
});

describe('a call of our own page', () => {
  const own = { 'Sec-Fetch-Site': 'same-origin', 'X-OT': '1' };

  it.each<[string, string, Record<string, string>, boolean]>([
    ['GET', '/api/v1/product_order_item/', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['GET', '/auth/session', own, true],
    ['POST', '/api/v1/product_order', { ...own, Origin: OURS }, true],
    ['POST', '/auth/logout', { 'X-OT': '1', Origin: OURS }, true],
    ['GET', '/auth/session', { 'Sec-Fetch-Site': 'same-origin' }, false],
    ['POST', '/api/v1/product_order', { 'Sec-Fetch-Site': 'same-origin', Origin: OURS }, false],
    ['POST', '/api/v1/product_order', { 'X-OT': '1' }, false],
    ['POST', '/api/v1/product_order', { ...own, Origin: 'https://evil.example.com' }, false],
    ['POST', '/gw/confirm-tickets', { ...own, 'X-OT': '2', Origin: OURS }, false],
  ])(
    'needs its mark but for what the document announces: %s %s %j is %s',
    (method, path, headers, passes) => {
      expect(isOwnCall(method, path, new Headers(headers), OURS)).toBe(passes);
    },
  );
});
