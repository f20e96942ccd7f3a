import { describe, expect, it } from 'vitest';
import { toLineSearch, toLineListQuery } from './line-search';

describe('the search params of the list of lines', () => {
  it('keeps every filter, the search, the sort and the page', () => {
    const search = {
      state: 'created',
      order_reference: 'PO_1',
      temporary_reference: 'PO_2',
      customer_order_name: 'Siège',
      end_customer_name: 'Dupont',
      creation_date: '2026-01-01..2026-01-31',
      order_date: 'last-7-days',
      expiration_date: '..2026-02-01',
      search: '123',
      sort: 'state',
      page: '3',
    };
    expect(toLineSearch(search)).toEqual(search);
  });

  it('leaves out what it would say anyway', () => {
    expect(toLineSearch({ state: '', sort: '', page: '1' })).toEqual({});
  });

  it('keeps what nobody knows, to be told', () => {
    expect(toLineSearch({ utm_source: 'x', page: 'last' })).toEqual({ utm_source: 'x', page: 'last' });
  });

  it('asks for the first page by default, sorted by the API', () => {
    expect(toLineListQuery({})).toEqual({ filters: {}, page: 1, pageSize: 50 });
  });

  it('asks for what it says', () => {
    const search = { state: 'created', search: ' Dupont & fils ', sort: 'state', page: '3' };
    expect(toLineListQuery(search)).toEqual({
      filters: { state: 'created' },
      search: 'Dupont & fils',
      sort: 'state',
      page: 3,
      pageSize: 50,
    });
  });
});
