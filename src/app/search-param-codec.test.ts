import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearchParams, stringifySearchParams } from './search-param-codec';

describe('the query of an address', () => {
  it.each([
    ['?search=123', { search: '123' }],
    ['?search=true', { search: 'true' }],
    ['?search=null', { search: 'null' }],
    ['?search=%22123%22', { search: '"123"' }],
    ['?search=%7B%22a%22%3A1%7D', { search: '{"a":1}' }],
    ['?search=d%27Artagnan+et+fils', { search: "d'Artagnan et fils" }],
    ['?date=2026-01-01T00%3A00%3A00%2B01%3A00', { date: '2026-01-01T00:00:00+01:00' }],
    ['?state=created&page=2', { state: 'created', page: '2' }],
  ])('%s is read as text and written back the same', (query, search) => {
    expect(parseSearchParams(query)).toEqual(search);
    expect(parseSearchParams(query.slice(1))).toEqual(search);
    expect(parseSearchParams(stringifySearchParams(search))).toEqual(search);
  });

  it.each([
    ['', {}],
    ['?', {}],
    ['?state=', { state: '' }],
    ['?state', { state: '' }],
    ['?state=a&state=b', { state: 'b', 'state.2': 'a' }],
    ['?state=a&state=b&state=c', { state: 'c', 'state.2': 'a', 'state.3': 'b' }],
    ['?state=a&state=a', { state: 'a' }],
    ['?search=%E9', { search: '\uFFFD' }],
  ])('%j is read as %j', (query, search) => {
    expect(parseSearchParams(query)).toEqual(search);
  });

  it.each([
    [{}, ''],
    [{ state: '' }, ''],
    [{ state: undefined, page: '2' }, '?page=2'],
    [{ state: 1, search: ['a'], sort: null }, ''],
    [{ search: '123' }, '?search=123'],
  ])('of %j is written %j', (search, query) => {
    expect(stringifySearchParams(search)).toBe(query);
  });

  it('brings back any text', () => {
    const someText = fc.string({ unit: 'grapheme', minLength: 1 });
    const names = ['search', 'state', 'page'] as const;
    fc.assert(
      fc.property(fc.record({ search: someText, state: someText, page: someText }), (search) => {
        const read = parseSearchParams(stringifySearchParams(search));
        for (const name of names) expect(read[name]).toBe(search[name]);
      }),
    );
  });
});
