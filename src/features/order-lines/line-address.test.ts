import { describe, expect, it } from 'vitest';
import { toLineAddress, toLineListQuery } from './line-address';

describe('the address of the list of lines', () => {
  it('keeps every filter, the search, the sort and the page', () => {
    const address = {
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
    expect(toLineAddress(address)).toEqual(address);
  });

  it('leaves out what it would say anyway', () => {
    expect(toLineAddress({ state: '', sort: '-creation_date', page: '1' })).toEqual({});
  });

  it('keeps what nobody knows, to be told', () => {
    expect(toLineAddress({ utm_source: 'x', page: 'last' })).toEqual({ utm_source: 'x', page: 'last' });
  });

  it('asks for the first page, newest first, when it says nothing', () => {
    expect(toLineListQuery({})).toEqual({ filters: {}, sort: '-creation_date', page: 1, pageSize: 50 });
  });

  it('asks for what it says', () => {
    const address = { state: 'created', search: ' Dupont & fils ', sort: 'state', page: '3' };
    expect(toLineListQuery(address)).toEqual({
      filters: { state: 'created' },
      search: 'Dupont & fils',
      sort: 'state',
      page: 3,
      pageSize: 50,
    });
  });
});
