import { afterEach, describe, expect, it, vi } from 'vitest';
import { operationNames, operationPath, operations } from '~/contract/operations';
import { readOrderLine } from '~/contract/order-line';
import { createMockApi } from '~/mock-api/create-mock-api';
import type { Fault } from '~/mock-api/http/faults';
import { aCart, aLine } from '~/mock-api/store/given';
import { isApiError, type ApiError } from './api-error';
import { callApi, readWith } from './fetch-client';
import { proxySignIn } from './gateway-mark';
import { answerWith, connectTo, goOffline } from '~/api/testing/stand-in-network';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The ApiError that a call ends in; anything else fails the test. */
async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const ended: unknown = await call.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (isApiError(ended)) return ended;
  throw new Error('The call did not end in an ApiError', { cause: ended });
}

const ids = { cartId: 'c1', lineId: 'l1' };
const read = () => callApi('readLine', { ids });
const write = () => callApi('updateLine', { ids, body: { note: 'x' } });

function apiWithLine(fault?: Fault) {
  const api = createMockApi();
  const given = api.given(aCart({ lines: [aLine()] }));
  for (const operation of operationNames) if (fault) api.faults.next({ operation }, fault);
  const left = connectTo(api);
  return { api, left, ...given };
}

describe('a call', () => {
  it.each(operationNames)('to %s arrives at that operation and brings its answer', async (name) => {
    const { api, cartId, lineId } = apiWithLine();
    const isCreation = name === 'createLine';
    const body = isCreation
      ? { product_offering_id: '2173', product_offering_qualification_item_id: 'e' }
      : { external_id: 'x' };
    const sends = operations[name].method !== 'GET' && operations[name].method !== 'DELETE';
    const answer = await callApi(name, { ids: { cartId, lineId }, ...(sends ? { body } : {}) });
    const entry = api.ledger.last(name);
    expect(entry).toMatchObject({
      method: operations[name].method,
      path: operationPath(name, { cartId, lineId }),
    });
    expect(entry.body).toEqual(sends ? body : undefined);
    expect(answer.body === null).toBe(name === 'deleteCart');
  });

  it('carries its query to the letter', async () => {
    const { left } = apiWithLine();
    await callApi('listLines', { query: 'search=d%27Artagnan&page=1' });
    expect(left[0]?.url).toBe('http://desk.test/api/v1/product_order_item/?search=d%27Artagnan&page=1');
  });

  it('asks for JSON from this origin', async () => {
    const left = answerWith(200, { id: '1' });
    await read();
    await write();
    const [reading, writing] = left;
    expect(reading?.headers.get('accept')).toBe('application/json');
    expect(reading?.headers.has('content-type')).toBe(false);
    expect(writing?.headers.get('content-type')).toBe('application/json');
    expect(writing?.credentials).toBe('same-origin');
  });

  it('follows no redirect', async () => {
    const left = answerWith(200, { id: '1' });
    await read();
    await write();
    expect(left.map(({ redirect }) => redirect)).toEqual(['manual', 'manual']);
  });

  it('is made once, however it fails', async () => {
    const left = answerWith(500);
    await failureOf(write());
    await failureOf(read());
    expect(left).toHaveLength(2);
  });

  it('that lacks an id never leaves', async () => {
    const left = answerWith(200, {});
    await expect(callApi('deleteLine', { ids: { cartId: 'c1' } })).rejects.toThrow('lineId');
    expect(left).toEqual([]);
  });

  it('answered with nothing brings null', async () => {
    answerWith(204);
    expect((await callApi('deleteCart', { ids })).body).toBeNull();
    answerWith(200, ' \n');
    expect((await write()).body).toBeNull();
  });

  it('brings the headers of its answer', async () => {
    answerWith(200, [], { 'x-total-count': '12' });
    expect((await callApi('listLines')).headers.get('x-total-count')).toBe('12');
  });
});

describe('a call without a network', () => {
  it('that writes never leaves', async () => {
    const left = answerWith(200, { id: '1' });
    goOffline();
    for (const name of operationNames.filter((operation) => operations[operation].method !== 'GET')) {
      expect(await failureOf(callApi(name, { ids }))).toMatchObject({ kind: 'offline', effect: 'none' });
    }
    expect(left).toEqual([]);
  });

  it('that reads tries, for the browser may be wrong', async () => {
    answerWith(200, { id: '1' });
    goOffline();
    expect((await read()).body).toEqual({ id: '1' });
  });

  it('that reads and fails says that it is offline', async () => {
    connectTo({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    goOffline();
    expect(await failureOf(read())).toMatchObject({ kind: 'offline', status: null });
  });

  it('that lost it during a write has an unknown effect', async () => {
    connectTo({
      fetch: () => {
        goOffline();
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    expect(await failureOf(write())).toMatchObject({ kind: 'unreachable', effect: 'unknown' });
  });
});

describe('a call whose connection is cut', () => {
  it.each(['before', 'after'] as const)(
    '%s the API acts is unreachable, its outcome unknown',
    async (cut) => {
      const { cartId, lineId } = apiWithLine({ cut });
      const failure = await failureOf(
        callApi('updateLine', { ids: { cartId, lineId }, body: { note: 'x' } }),
      );
      expect(failure).toMatchObject({ kind: 'unreachable', effect: 'unknown', status: null });
      expect(failure.cause).toBeInstanceOf(Error);
    },
  );

  it.each([200, 400])('within an answer of %i leaves the outcome unknown', async (status) => {
    connectTo({
      fetch: async () => {
        const body = new ReadableStream({
          pull: (controller) => controller.error(new TypeError('terminated')),
        });
        return new Response(body, { status });
      },
    });
    expect(await failureOf(write())).toMatchObject({ kind: 'unreachable', effect: 'unknown' });
  });
});

describe('a call that is not answered in time', () => {
  it.each([
    ['reads', read, 30_000],
    ['writes', write, 40_000],
  ] as const)('and %s ends as a timeout with its outcome unknown', async (_, call, limit) => {
    vi.useFakeTimers();
    // The platform's own timer is not among the faked ones.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('Timed out', 'TimeoutError')), milliseconds);
      return controller.signal;
    });
    connectTo({ fetch: () => new Promise(() => undefined) });
    let isOver = false;
    const failure = failureOf(call()).finally(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(limit - 1);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure).toMatchObject({ kind: 'timeout', effect: 'unknown' });
  });
});

describe('a call that is cancelled', () => {
  it('ends in the reason of cancelling, which is no ApiError', async () => {
    connectTo({ fetch: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const call = callApi('readLine', { ids, signal: controller.signal });
    const reason = new DOMException('Left the page', 'AbortError');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it('before it left ends so too', async () => {
    connectTo({ fetch: () => new Promise(() => undefined) });
    const reason = new Error('gone');
    await expect(callApi('readLine', { ids, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('an answer that is no success', () => {
  it.each([400, 401, 403, 404, 409, 422, 429, 408, 500, 503])(
    "of status %i carries the API's words",
    async (status) => {
      answerWith(status, { detail: 'Because.' }, { 'x-request-id': 'r-1', 'retry-after': '7' });
      expect(await failureOf(write())).toMatchObject({
        status,
        messages: ['Because.'],
        requestId: 'r-1',
        retryAfterSeconds: 7,
      });
    },
  );

  it.each([301, 302, 303, 307, 308])('of status %i on a write has an unknown outcome', async (status) => {
    answerWith(status, undefined, { location: 'https://elsewhere.example/' });
    expect(await failureOf(write())).toMatchObject({ kind: 'fault', effect: 'unknown', status });
  });

  it.each([
    ['a page', 200, '<h1>Portal</h1>', 'text/html; charset=utf-8', 'proxy-sign-in'],
    ['Basic', 401, '', 'text/plain', 'proxy-sign-in'],
    ['a captive portal', 511, '', 'text/html', 'proxy-sign-in'],
    ['a firewall', 403, '<h1>No</h1>', 'text/html', 'intercepted'],
    ['JSON', 200, '{}', 'application/json', 'intercepted'],
  ])('of another server, %s, is named', async (_, status, body, type, kind) => {
    answerWith(status, body, { 'x-ot': '', 'content-type': type });
    expect(await failureOf(write())).toMatchObject({ kind, effect: 'unknown', status });
    expect(proxySignIn.isNeeded()).toBe(kind === 'proxy-sign-in');
    answerWith(200, {});
    await read();
    expect(proxySignIn.isNeeded()).toBe(false);
  });

  it('hidden by the browser as a redirect is unknown', async () => {
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    connectTo({ fetch: async () => hidden });
    expect(await failureOf(write())).toMatchObject({ kind: 'proxy-sign-in', effect: 'unknown' });
  });

  it('in HTML is known by its status', async () => {
    answerWith(502, '<html><body>Bad Gateway</body></html>', { 'content-type': 'text/html' });
    expect(await failureOf(read())).toMatchObject({ kind: 'fault', status: 502, messages: [], fields: [] });
  });

  it('with nothing in it is told by its status', async () => {
    answerWith(403);
    expect(await failureOf(read())).toMatchObject({ kind: 'forbidden', messages: [] });
  });

  it('by the gateway says its effect', async () => {
    answerWith(502, { code: 'upstream_unreachable', acted: 'no', id: 'r-1' });
    expect(await failureOf(write())).toMatchObject({
      kind: 'unreachable',
      effect: 'none',
      fields: [],
      messages: [],
    });
  });

  it.each([
    ['upstream_timeout', 'timeout'],
    ['upstream_unreadable', 'unreadable'],
    ['upstream_error', 'fault'],
  ])('by the gateway as %s is told as %s, and its words are no fields', async (code, kind) => {
    answerWith(502, { code, acted: 'unknown', id: 'r-1', upstream_status: 500 });
    expect(await failureOf(write())).toMatchObject({ kind, effect: 'unknown', fields: [], messages: [] });
  });
});

describe('an answer that looks like a success', () => {
  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['cut JSON', '{"id": "1", "note": "ab'],
    ['text', 'OK'],
  ])('in %s is unreadable, and its effect is unknown', async (_, body) => {
    answerWith(200, body, { 'x-request-id': 'r-9' });
    expect(await failureOf(write())).toMatchObject({
      kind: 'unreadable',
      effect: 'unknown',
      requestId: 'r-9',
    });
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['an object without an id', { note: 'x' }],
    ['a word', '"ok"'],
  ])('but is %s where a line was asked for is unreadable', async (_, body) => {
    answerWith(200, body, { 'x-request-id': 'r-9' });
    const answer = await read();
    const failure = await failureOf((async () => readWith(answer, readOrderLine))());
    expect(failure).toMatchObject({ kind: 'unreadable', effect: 'unknown', requestId: 'r-9' });
    expect(failure.cause).toBeInstanceOf(Error);
  });
});
