import { describe, expect, it } from 'vitest';
import { ApiError, errorOfAnswer, isApiError } from './api-error';

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  errorOfAnswer(status, new Headers(headers), body);

describe('the outcome of a refused or failed request', () => {
  it.each([
    [400, 'invalid', 'none'],
    [401, 'unauthorized', 'none'],
    [403, 'forbidden', 'none'],
    [404, 'not-found', 'none'],
    [409, 'conflict', 'none'],
    [422, 'invalid', 'none'],
    [429, 'busy', 'none'],
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
  ] as const)('of status %i is %s, and effect %s', (status, kind, effect) => {
    expect(answer(status)).toMatchObject({ kind, effect, status });
  });

  it.each([
    [502, 'no', 'none'],
    [504, 'unknown', 'unknown'],
    [404, 'unknown', 'unknown'],
    [404, 'maybe', 'unknown'],
    [500, 'maybe', 'unknown'],
    [500, true, 'unknown'],
  ])('of status %i with the gateway saying acted: %s is %s', (status, said, effect) => {
    expect(answer(status, { code: 'x', acted: said }).effect).toBe(effect);
  });
});

it.each([
  [429, 'own_limit'],
  [503, 'busy'],
])("our gateway's own limit, %i %s, is told from the API's", (status, code) => {
  expect(answer(status, { code, acted: 'no' })).toMatchObject({ kind: 'own-limit', effect: 'none' });
});

describe('a refusal that is no JSON', () => {
  it.each([400, 401, 403, 404, 409, 422, 429])('of status %i leaves the effect open', (status) => {
    expect(answer(status, '<h1>Blocked</h1>').effect).toBe('unknown');
    expect(answer(status, null).effect).toBe('unknown');
  });
});

describe('the error of an answer', () => {
  it('carries messages of fields and other messages', () => {
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
    expect(new ApiError({ kind: 'offline', effect: 'none' }).message).toBe('offline');
  });

  it('is told from other errors', () => {
    expect(isApiError(answer(500))).toBe(true);
    expect(isApiError(new Error('fault'))).toBe(false);
    expect(isApiError({ kind: 'fault' })).toBe(false);
  });
});
