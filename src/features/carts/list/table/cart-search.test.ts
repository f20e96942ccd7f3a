import { describe, expect, it } from 'vitest';
import { toCartSearch, toCartListQuery } from './cart-search';

describe('the search params of the list of carts', () => {
  it('keeps every filter and the page', () => {
    const search = {
      state: 'partial',
      external_id: 'EXT',
      project_id: 'P',
      creation_date: '2026-01-01..2026-01-31',
      order_date: 'this-month',
      completion_date: '2026-01-01..',
      cancellation_date: '..2026-02-01',
      page: '2',
    };
    expect(toCartSearch(search)).toEqual(search);
  });

  it('leaves out what it would say anyway', () => {
    expect(toCartSearch({ state: '', project_id: '  ', page: '1' })).toEqual({});
  });

  it('keeps parameters that the list does not know', () => {
    const search = { search: 'x', sort: 'state', end_customer_name: 'y' };
    expect(toCartSearch(search)).toEqual(search);
  });

  it('asks for the first page when it says nothing', () => {
    expect(toCartListQuery({})).toEqual({ filters: {}, page: 1, pageSize: 50 });
  });

  it('asks for what it says', () => {
    expect(toCartListQuery({ external_id: ' EXT ', page: '4' })).toEqual({
      filters: { external_id: 'EXT' },
      page: 4,
      pageSize: 50,
    });
  });
});
