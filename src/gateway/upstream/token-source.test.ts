import { describe, expect, it } from 'vitest';
import { withTokens, type TokenSource } from './token-source';
import type { Upstream } from './upstream';

function source(): TokenSource & { asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    tokenFor: async (life) => {
      asked.push(life);
      return `token-${asked.length}`;
    },
    refused: () => true,
  };
}

describe('a call to the API with our token', () => {
  it('carries it and leaves the rest unchanged', async () => {
    let seen = new Request('http://none');
    const upstream: Upstream = async (request) => {
      seen = request.clone();
      return new Response('{}');
    };
    const request = new Request('http://api/x', {
      method: 'POST',
      body: '{"é":1}',
      headers: { 'X-Request-Id': 'r' },
    });
    await withTokens(upstream, source())(request);
    expect([seen.method, seen.url, await seen.text()]).toEqual(['POST', 'http://api/x', '{"é":1}']);
    expect([seen.headers.get('Authorization'), seen.headers.get('X-Request-Id')]).toEqual([
      'Bearer token-1',
      'r',
    ]);
  });

  it.each([
    ['GET', 2, 200],
    ['PATCH', 1, 401],
  ])(
    'is asked again after a 401 when it is a read and never when it is a write: %s',
    async (method, times, status) => {
      const tokens = source();
      const upstream: Upstream = async ({ headers }) =>
        new Response('{}', { status: headers.get('Authorization') === 'Bearer token-1' ? 401 : 200 });
      const answer = await withTokens(upstream, tokens)(new Request('http://api/x', { method }));
      expect([tokens.asked.length, answer.status]).toEqual([times, status]);
    },
  );

  it('needs a token that outlives a write', async () => {
    const tokens = source();
    await withTokens(
      async () => new Response('{}'),
      tokens,
    )(new Request('http://api/x', { method: 'DELETE' }));
    expect(tokens.asked).toEqual([45_000]);
  });
});
