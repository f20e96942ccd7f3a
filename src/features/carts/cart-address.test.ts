import { describe, expect, it } from 'vitest';
import { toCartAddress, toCartListQuery } from './cart-address';

describe('the address of the list of carts', () => {
  it('keeps every filter and the page', () => {
    const address = {
      state: 'partial',
      external_id: 'EXT',
      project_id: 'P',
      creation_date_gt: '2026-01-01T00:00:00+01:00',
      creation_date_lt: '2026-02-01T00:00:00+01:00',
      order_date_gt: '2026-01-01T00:00:00+01:00',
      order_date_lt: '2026-02-01T00:00:00+01:00',
      completion_date_gt: '2026-01-01T00:00:00+01:00',
      completion_date_lt: '2026-02-01T00:00:00+01:00',
      cancellation_date_gt: '2026-01-01T00:00:00+01:00',
      cancellation_date_lt: '2026-02-01T00:00:00+01:00',
      page: '2',
    };
    expect(toCartAddress(address)).toEqual(address);
  });

  it.each([
    ['the first page', { page: '1' }],
    ['what is empty', { state: '', project_id: '  ' }],
    ['what the list of carts does not have', { search: 'x', sort: 'state', end_customer_name: 'y' }],
    ['what is no text', { state: 1, project_id: ['a'], page: null }],
  ])('leaves out %s', (_, raw) => {
    expect(toCartAddress({ ...raw, external_id: 'EXT' })).toEqual({ external_id: 'EXT' });
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
