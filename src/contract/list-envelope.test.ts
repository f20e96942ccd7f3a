import { describe, expect, it } from 'vitest';
import { NotAListError, readListPage } from './list-envelope';

const readRow = (raw: unknown): string => {
  if (typeof raw !== 'string') throw new Error('No text');
  return raw;
};
const read = (body: unknown, headers: Record<string, string> = {}) =>
  readListPage(body, new Headers(headers), readRow);
const rows = [
  { ok: true, value: 'a' },
  { ok: true, value: 'b' },
];

describe('a page of a list', () => {
  it.each([
    ['with a next address', 'https://api.example/?page=2', true],
    ['with next null', null, false],
    ['with next empty', '', false],
  ])('is read from {count, next, previous, results} %s', (_, next, hasNext) => {
    expect(read({ count: 120, next, previous: null, results: ['a', 'b'] })).toEqual({
      rows,
      total: 120,
      hasNext,
      bare: false,
      pageSize: null,
    });
  });

  it('is read from {items, count} without a next', () => {
    expect(read({ items: ['a', 'b'], count: 2 })).toEqual({
      rows,
      total: 2,
      hasNext: null,
      bare: false,
      pageSize: null,
    });
  });

  it('is read from a bare array', () => {
    expect(read(['a', 'b'])).toEqual({ rows, total: null, hasNext: null, bare: true, pageSize: null });
  });

  it('is read from an array with X-Total-Count', () => {
    expect(read(['a', 'b'], { 'X-Total-Count': '120' })).toEqual({
      rows,
      total: 120,
      hasNext: null,
      bare: false,
      pageSize: null,
    });
  });

  it.each([
    ['<https://api.example/?page=2>; rel="next", <https://api.example/?page=9>; rel="last"', true],
    ['<https://api.example/?page=2>; rel=next', true],
    ['<https://api.example/?page=1>; rel="prev"', false],
  ])('is read from an array with Link: %s', (link, hasNext) => {
    expect(read(['a', 'b'], { Link: link })).toEqual({
      rows,
      total: null,
      hasNext,
      bare: false,
      pageSize: null,
    });
  });

  it.each([
    ['12', 12],
    [0, 0],
    [-1, null],
    [1.5, null],
    ['many', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('counts %j as %j', (count, total) => {
    expect(read({ results: [], count }).total).toBe(total);
  });

  it('takes no total from a header that is no number', () => {
    expect(read(['a', 'b'], { 'X-Total-Count': 'unknown' })).toMatchObject({ total: null });
  });

  it('keeps an unreadable row, with its id', () => {
    expect(read({ results: ['a', { id: 7 }, null, 'b'], count: 4 }).rows).toEqual([
      { ok: true, value: 'a' },
      { ok: false, id: '7', raw: { id: 7 } },
      { ok: false, id: '', raw: null },
      { ok: true, value: 'b' },
    ]);
  });

  it.each([
    null,
    undefined,
    '',
    '<html></html>',
    12,
    {},
    { results: null },
    { items: {}, count: 0 },
    { detail: 'no' },
  ])('is refused where there is no list: %j', (body) => {
    expect(() => read(body)).toThrow(NotAListError);
  });
});
