import { describe, expect, it } from 'vitest';
import { ApiError, errorOfAnswer, isApiError } from './api-error';

const answer = (status: number, body: unknown = null, headers: Record<string, string> = {}) =>
  errorOfAnswer(status, new Headers(headers), body);

describe('the outcome of a refused or failed request', () => {
  it.each([
    [400, 'invalid', 'no'],
    [401, 'unauthorized', 'no'],
    [403, 'forbidden', 'no'],
    [404, 'not-found', 'no'],
    [409, 'conflict', 'no'],
    [422, 'invalid', 'no'],
    [429, 'busy', 'no'],
    [0, 'fault', 'unknown'],
    [301, 'fault', 'unknown'],
    [302, 'fault', 'unknown'],
    [307, 'fault', 'unknown'],
    [308, 'fault', 'unknown'],
    [405, 'fault', 'unknown'],
    [408, 'fault', 'unknown'],
    [418, 'fault', 'unknown'],
    [500, 'fault', 'unknown'],
    [502, 'fault', 'unknown'],
    [503, 'busy', 'unknown'],
    [504, 'fault', 'unknown'],
  ] as const)('of status %i is %s, and whether the API acted: %s', (status, kind, acted) => {
    expect(answer(status)).toMatchObject({ kind, acted, status });
  });

  it.each([
    [502, 'no', 'no'],
    [504, 'unknown', 'unknown'],
    [404, 'unknown', 'unknown'],
    [404, 'maybe', 'no'],
    [500, 'maybe', 'unknown'],
    [500, true, 'unknown'],
  ])('of status %i with the gateway saying acted: %s is %s', (status, said, acted) => {
    expect(answer(status, { code: 'x', acted: said }).acted).toBe(acted);
  });
});

describe('the error of an answer', () => {
  it('carries what was said of fields and what was said besides', () => {
    const error = answer(400, { detail: 'No.', enni: ['Unknown ENNI.'] });
    expect(error.messages).toEqual(['No.']);
    expect(error.fields).toEqual([{ path: ['enni'], message: 'Unknown ENNI.' }]);
  });

  it('never carries a page of HTML', () => {
    expect(answer(502, '<!doctype html><h1>Bad Gateway</h1>').messages).toEqual([]);
  });

  it('says nothing of the envelope of the gateway itself', () => {
    const error = answer(502, { code: 'upstream_unreachable', acted: 'no', id: 'r-1' });
    expect(error.messages).toEqual([]);
  });

  it.each([
    ['5', 5],
    ['1.5', 1.5],
    ['86400', 3600],
    ['0', null],
    ['-3', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
    ['', null],
  ])('asks to wait as Retry-After: %j says: %s', (header, seconds) => {
    expect(answer(429, null, { 'retry-after': header }).retryAfterSeconds).toBe(seconds);
  });

  it('without Retry-After and without an id says so', () => {
    expect(answer(500)).toMatchObject({ retryAfterSeconds: null, requestId: null });
  });

  it('carries the id under which the gateway knows the call', () => {
    expect(answer(500, null, { 'X-Request-Id': 'r-42' }).requestId).toBe('r-42');
  });

  it('names its kind and status in its message, for logs', () => {
    expect(answer(409).message).toBe('conflict (409)');
    expect(new ApiError({ kind: 'offline', acted: 'no' }).message).toBe('offline');
  });

  it('is told from other errors', () => {
    expect(isApiError(answer(500))).toBe(true);
    expect(isApiError(new Error('fault'))).toBe(false);
    expect(isApiError({ kind: 'fault' })).toBe(false);
  });
});
