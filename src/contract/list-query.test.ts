import { describe, expect, it } from 'vitest';
import { CART_PARAMETERS, LINE_PARAMETERS } from './samples/tables';
import { CART_FILTERS, LINE_FILTERS, listRequestQuery } from './list-query';

const VALUE = '2025-04-10T00:00:00+02:00 é&=';
const firstPage = { page: 1, pageSize: 50 };
const asked = (query: string) => Object.fromEntries(new URLSearchParams(query));
const WINDOW = { page: '1', page_size: '50', limit: '50', offset: '0' };

describe('filters', () => {
  it('are the eleven of each list', () => {
    expect([...CART_FILTERS].toSorted()).toEqual(CART_PARAMETERS.toSorted());
    expect([...LINE_FILTERS].toSorted()).toEqual(LINE_PARAMETERS.toSorted());
  });

  it.each([...new Set([...CART_PARAMETERS, ...LINE_PARAMETERS])])('send %s unchanged', (name) => {
    expect(asked(listRequestQuery({ ...firstPage, filters: { [name]: VALUE } }))).toEqual({
      [name]: VALUE,
      ...WINDOW,
    });
  });

  it('leave out empty values', () => {
    const query = { ...firstPage, filters: { state: '', order_reference: '' }, search: '', sort: '' };
    expect(asked(listRequestQuery(query))).toEqual(WINDOW);
  });
});

describe('the page', () => {
  it.each([
    [1, 50, '0'],
    [2, 50, '50'],
    [7, 20, '120'],
  ])('%i of %i rows starts after %s', (page, pageSize, offset) => {
    expect(asked(listRequestQuery({ filters: {}, page, pageSize }))).toEqual({
      page: String(page),
      page_size: String(pageSize),
      limit: String(pageSize),
      offset,
    });
  });
});

describe('the request', () => {
  it('sends search and sort unchanged', () => {
    const query = { ...firstPage, filters: {}, search: VALUE, sort: '-state' };
    expect(asked(listRequestQuery(query))).toEqual({ search: VALUE, sort: '-state', ...WINDOW });
  });

  it('does not depend on the order of filters', () => {
    expect(listRequestQuery({ ...firstPage, filters: { state: 'a', order_reference: 'b' } })).toBe(
      listRequestQuery({ ...firstPage, filters: { order_reference: 'b', state: 'a' } }),
    );
  });

  it('escapes the plus sign of an offset', () => {
    expect(listRequestQuery({ ...firstPage, filters: { order_date_gt: VALUE } })).toContain('%2B02%3A00');
  });
});
