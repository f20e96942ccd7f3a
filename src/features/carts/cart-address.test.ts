import { describe, expect, it } from 'vitest';
import { toCartAddress, toCartListQuery } from './cart-address';

describe('the address of the list of carts', () => {
  it('keeps every filter and the page', () => {
    const address = {
      state: 'partial',
      external_id: 'EXT',
      project_id: 'P',
      creation_date: '2026-01-01..2026-01-31',
      order_date: 'this-month',
      completion_date: '2026-01-01..',
      cancellation_date: '..2026-02-01',
      page: '2',
    };
    expect(toCartAddress(address)).toEqual(address);
  });

  it('leaves out what it would say anyway', () => {
    expect(toCartAddress({ state: '', project_id: '  ', page: '1' })).toEqual({});
  });

  it('keeps what the list of carts does not have, to be told', () => {
    const address = { search: 'x', sort: 'state', end_customer_name: 'y' };
    expect(toCartAddress(address)).toEqual(address);
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
