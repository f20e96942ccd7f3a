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
      creation_date_gt: '2026-01-01T00:00:00+01:00',
      creation_date_lt: '2026-02-01T00:00:00+01:00',
      order_date_gt: '2026-01-01T00:00:00+01:00',
      order_date_lt: '2026-02-01T00:00:00+01:00',
      expiration_date_gt: '2026-01-01T00:00:00+01:00',
      expiration_date_lt: '2026-02-01T00:00:00+01:00',
      search: '123',
      sort: 'state',
      page: '3',
    };
    expect(toLineAddress(address)).toEqual(address);
  });

  it.each([
    ['the first page', { page: '1' }],
    ['the usual sort', { sort: '-creation_date' }],
    ['what is empty', { state: '', search: '  ' }],
    ['what nobody knows', { utm_source: 'x', external_id: 'y' }],
    ['what is no text', { state: 1, search: ['a'], sort: null, page: undefined }],
  ])('leaves out %s', (_, raw) => {
    expect(toLineAddress({ ...raw, state: 'created' })).toEqual({ state: 'created' });
  });

  it('asks for the first page, newest first, when it says nothing', () => {
    expect(toLineListQuery({})).toEqual({ filters: {}, sort: '-creation_date', page: 1, pageSize: 50 });
  });

  it.each(['0', '-1', '1.5', 'x', '1e99'])('asks for the first page when it says page %s', (page) => {
    expect(toLineListQuery({ page }).page).toBe(1);
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
