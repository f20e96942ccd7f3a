import { describe, expect, it } from 'vitest';
import {
  CART_FILTERS,
  cartListQueryOf,
  DEFAULT_LINE_SORT,
  LINE_FILTERS,
  lineListQueryOf,
  listRequestQuery,
  PAGE_SIZE,
} from './list-query';

/** "List of order sessions", available filters. */
const CART_PARAMETERS = [
  'state',
  'external_id',
  'project_id',
  'creation_date_gt',
  'creation_date_lt',
  'order_date_gt',
  'order_date_lt',
  'completion_date_gt',
  'completion_date_lt',
  'cancellation_date_gt',
  'cancellation_date_lt',
];

/** "List of order lines", available filters without search and sort. */
const LINE_PARAMETERS = [
  'state',
  'order_reference',
  'temporary_reference',
  'customer_order_name',
  'end_customer_name',
  'creation_date_gt',
  'creation_date_lt',
  'order_date_gt',
  'order_date_lt',
  'expiration_date_gt',
  'expiration_date_lt',
];

const VALUE = '2025-04-10T00:00:00+02:00 é&=';
const firstPage = { page: 1, pageSize: 50 };
const address = (query: string) => new URLSearchParams(query);

describe('filters', () => {
  it('are the eleven of each list', () => {
    expect([...CART_FILTERS].toSorted()).toEqual(CART_PARAMETERS.toSorted());
    expect([...LINE_FILTERS].toSorted()).toEqual(LINE_PARAMETERS.toSorted());
  });

  it.each(CART_PARAMETERS)('take %s of carts from the address to the request, unchanged', (name) => {
    const query = cartListQueryOf(new URLSearchParams({ [name]: VALUE }));
    expect(query.filters).toEqual({ [name]: VALUE });
    expect(address(listRequestQuery(query)).get(name)).toBe(VALUE);
  });

  it.each([...LINE_PARAMETERS, 'search', 'sort'])(
    'take %s of lines from the address to the request, unchanged',
    (name) => {
      const query = lineListQueryOf(new URLSearchParams({ [name]: VALUE }));
      expect(address(listRequestQuery(query)).get(name)).toBe(VALUE);
    },
  );

  it('leave out what is empty, blank or unknown', () => {
    const query = lineListQueryOf(
      address('state=&end_customer_name=%20&search=%20&colour=red&external_id=1'),
    );
    expect(query).toEqual({ filters: {}, sort: DEFAULT_LINE_SORT, page: 1, pageSize: PAGE_SIZE });
    expect(cartListQueryOf(address('search=x&sort=y&end_customer_name=z')).filters).toEqual({});
  });

  it('take the first of several values, for the API takes one', () => {
    expect(lineListQueryOf(address('state=created&state=rejected')).filters).toEqual({ state: 'created' });
  });
});

describe('the sort', () => {
  it('shows the newest first until another one is chosen', () => {
    expect(lineListQueryOf(address('')).sort).toBe('-creation_date');
    expect(lineListQueryOf(address('sort=')).sort).toBe('-creation_date');
    expect(lineListQueryOf(address('sort=expiration_date')).sort).toBe('expiration_date');
  });
});

describe('the page', () => {
  it.each([
    ['', 1],
    ['page=1', 1],
    ['page=3', 3],
    ['page=0', 1],
    ['page=-2', 1],
    ['page=1.5', 1],
    ['page=last', 1],
    ['page=', 1],
    ['page=99999999999999999999', 1],
    ['page=Infinity', 1],
  ])('of the address "%s" is %i', (query, page) => {
    expect(lineListQueryOf(address(query)).page).toBe(page);
    expect(cartListQueryOf(address(query)).page).toBe(page);
  });

  it.each([
    [1, 50, '0'],
    [2, 50, '50'],
    [7, 20, '120'],
  ])('%i of %i rows starts after %s', (page, pageSize, offset) => {
    const params = address(listRequestQuery({ filters: {}, page, pageSize }));
    expect(Object.fromEntries(params)).toEqual({
      page: String(page),
      page_size: String(pageSize),
      limit: String(pageSize),
      offset,
    });
  });
});

describe('the request', () => {
  it('is the same to the letter whatever the order in the address', () => {
    const one = lineListQueryOf(address('state=created&search=x&end_customer_name=Z&sort=state&page=2'));
    const other = lineListQueryOf(address('page=2&sort=state&end_customer_name=Z&search=x&state=created'));
    expect(listRequestQuery(one)).toBe(listRequestQuery(other));
    expect(listRequestQuery({ ...firstPage, filters: { state: 'a', order_reference: 'b' } })).toBe(
      listRequestQuery({ ...firstPage, filters: { order_reference: 'b', state: 'a' } }),
    );
  });

  it('reads back what it wrote', () => {
    const query = lineListQueryOf(address('state=created&search=x%20y&sort=-state&page=4'));
    expect(lineListQueryOf(address(listRequestQuery(query)))).toEqual(query);
  });
});
