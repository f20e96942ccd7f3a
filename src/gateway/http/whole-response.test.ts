import { describe, expect, it } from 'vitest';
import { jsonOf, jsonResponse, textOf, wholeResponse, withInit } from './whole-response';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));

describe('a whole response', () => {
  it('is read and still passed on', async () => {
    const response = wholeResponse('{"a":1}', { status: 201 });
    expect([await textOf(response), await jsonOf(response)]).toEqual(['{"a":1}', { a: 1 }]);
    expect([response.status, response.bodyUsed, await response.text()]).toEqual([201, false, '{"a":1}']);
  });

  it('keeps its body under other headers', async () => {
    const response = withInit(wholeResponse('[]', {}), { status: 200, headers: { 'X-Total-Count': '0' } });
    expect([response.headers.get('X-Total-Count'), await jsonOf(response)]).toEqual(['0', []]);
  });

  it('of no body is empty', async () => {
    const response = wholeResponse(null, { status: 204 });
    expect([await textOf(response), await jsonOf(response)]).toEqual(['', null]);
  });

  it('of JSON is none for other bytes', async () => {
    expect(await jsonOf(jsonResponse(bytes('{"n":1}'), {}) ?? new Response())).toEqual({ n: 1 });
    expect(jsonResponse(bytes('<h1>'), {})).toBeNull();
    expect(jsonResponse(Uint8Array.of(0x22, 0xff, 0x22), {})).toBeNull();
  });

  it('of another maker is read as well', async () => {
    const response = new Response('{"a":1}', { status: 200 });
    expect([await jsonOf(response), await response.text()]).toEqual([{ a: 1 }, '{"a":1}']);
    expect(await withInit(new Response('x'), { status: 200 }).text()).toBe('x');
  });
});
