import { describe, expect, it } from 'vitest';
import type { ApiCall } from './api-request';
import { createForward } from './proxy';
import { NotSentError, type Upstream } from '~/gateway/upstream/upstream';
import { USER_AGENT } from '~/gateway/upstream/user-agent';

const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));

const confirm: ApiCall = {
  operation: 'confirmCart',
  ids: { cartId: 'c1' },
  method: 'PATCH',
  target: '/api/v1/product_order/c1/confirm/',
  body: null,
  owner: 'ann',
};
const update: ApiCall = {
  operation: 'updateCart',
  ids: { cartId: 'c1' },
  method: 'PATCH',
  target: '/api/v1/product_order/c1/',
  body: encode('{"project_id":"é"}'),
  owner: 'ann',
};
const list: ApiCall = {
  operation: 'listLines',
  ids: {},
  method: 'GET',
  target: '/api/v1/product_order_item/',
  body: null,
  owner: 'ann',
};

function forward(call: ApiCall, upstream: Upstream): Promise<Response> {
  return createForward('http://127.0.0.1:9000', upstream, { writeWithin: 50, readWithin: 50 })(call, 'r1');
}

describe('what goes to the API', () => {
  it('is the call with exactly our headers', async () => {
    let seen: Request | null = null;
    await forward(update, async (request) => {
      seen = request.clone();
      return Response.json({});
    });
    expect(seen).toMatchObject({
      method: 'PATCH',
      url: 'http://127.0.0.1:9000/api/v1/product_order/c1/',
      redirect: 'manual',
    });
    const request = seen ?? new Request('http://none');
    expect(Object.fromEntries(request.headers)).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      'content-type': 'application/json',
      'user-agent': USER_AGENT,
      'x-request-id': 'r1',
    });
    expect(await request.text()).toBe('{"project_id":"é"}');
  });
});

describe('what comes back', () => {
  it('is status and body with exactly our headers', async () => {
    const answer = await forward(confirm, async () =>
      Response.json(
        { id: 'c1' },
        {
          status: 201,
          headers: {
            'Set-Cookie': 'a=b',
            Server: 's',
            Location: '/x',
            'Access-Control-Allow-Origin': '*',
            'WWW-Authenticate': 'Basic',
            Link: '</x>; rel="next"',
            Refresh: '1',
            'X-Total-Count': '9',
            'Retry-After': '99999',
            'Content-Type': 'text/html',
          },
        },
      ),
    );
    expect(answer.status).toBe(201);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="api.json"',
      'content-length': '11',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Cookie, Sec-Fetch-Site, Origin',
      'x-content-type-options': 'nosniff',
      'x-ot': '1',
      'x-request-id': 'r1',
    });
    expect(await answer.text()).toBe('{"id":"c1"}');
  });

  it('gives a list’s total and whether more follow, without URLs', async () => {
    const headers = {
      'X-Total-Count': '120',
      Link: '<http://10.0.0.1/x>; rel="prev", <http://10.0.0.1/y>; rel="next"',
    };
    const answer = await forward(list, async () => Response.json([], { headers }));
    expect(answer.headers.get('X-Total-Count')).toBe('120');
    expect(answer.headers.get('Link')).toBe('<>; rel="next"');
  });

  it.each(['3601', '99999', '-1', '1.5', 'Wed, 21 Oct 2026 07:28:00 GMT', '5, 6'])(
    'leaves out a Retry-After that makes no sense: %s',
    async (wait) => {
      const answer = await forward(list, async () =>
        Response.json({}, { status: 429, headers: { 'Retry-After': wait } }),
      );
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, null]);
    },
  );

  it('keeps a sensible Retry-After', async () => {
    const answer = await forward(confirm, async () =>
      Response.json({ detail: 'slow down' }, { status: 429, headers: { 'Retry-After': '30' } }),
    );
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '30']);
  });

  it('keeps the API’s own words when it refuses', async () => {
    const answer = await forward(update, async () => Response.json({ enni: ['needed'] }, { status: 422 }));
    expect([answer.status, await answer.json()]).toEqual([422, { enni: ['needed'] }]);
  });

  it('may be empty after a delete', async () => {
    const answer = await forward(confirm, async () => new Response(null, { status: 204 }));
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });
});

describe('when the outcome is unclear', () => {
  const never: Upstream = () => new Promise(() => undefined);
  const html =
    (status: number): Upstream =>
    async () =>
      new Response('<h1>secret</h1>', { status });

  it.each<[string, ApiCall, Upstream, number, object]>([
    [
      'a redirect',
      confirm,
      async () => new Response(null, { status: 301 }),
      502,
      { code: 'upstream_redirect', acted: 'unknown', upstream_status: 301 },
    ],
    ['a time-out of a write', confirm, never, 504, { code: 'upstream_timeout', acted: 'unknown' }],
    ['a time-out of a read', list, never, 504, { code: 'upstream_timeout', acted: 'no' }],
    [
      'no connection',
      confirm,
      () => Promise.reject(new NotSentError('refused')),
      502,
      { code: 'upstream_unreachable', acted: 'no' },
    ],
    [
      'a broken connection',
      confirm,
      () => Promise.reject(new Error('reset')),
      502,
      { code: 'upstream_unreachable', acted: 'unknown' },
    ],
    [
      'a success that is no JSON',
      confirm,
      html(200),
      502,
      { code: 'upstream_unreadable', acted: 'unknown', upstream_status: 200 },
    ],
    [
      'a page of a proxy',
      confirm,
      html(502),
      502,
      { code: 'upstream_error', acted: 'unknown', upstream_status: 502 },
    ],
    [
      'a refusal that is no JSON',
      confirm,
      html(403),
      403,
      { code: 'upstream_error', acted: 'unknown', upstream_status: 403 },
    ],
    [
      'an answer over its size',
      confirm,
      async () => new Response('1'.repeat(16 * 1024 * 1024 + 1)),
      502,
      { code: 'upstream_too_large', acted: 'unknown' },
    ],
  ])('%s is told as it is', async (_, call, upstream, status, envelope) => {
    const answer = await forward(call, upstream);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ ...envelope, id: 'r1' });
  });

  it.each([
    ['a list', list, 8],
    ['a cart', { ...confirm, operation: 'readCart', method: 'GET' }, 16],
    ['a confirmation', confirm, 16],
    ['a deletion of a line', { ...confirm, operation: 'deleteLine', method: 'DELETE' }, 16],
    ['a line', { ...confirm, operation: 'readLine', method: 'GET' }, 1],
  ] as const)('%s may be answered by so many megabytes', async (_, call, megabytes) => {
    const sized = (bytes: number) => async () => new Response(`"${'1'.repeat(bytes - 2)}"`);
    expect((await forward(call, sized(megabytes * 1024 * 1024))).status).toBe(200);
    expect((await forward(call, sized(megabytes * 1024 * 1024 + 1))).status).toBe(502);
  });
});
