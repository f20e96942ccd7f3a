import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CART_PARAMETERS, LINE_PARAMETERS, SUMMARY_FIELDS } from '~/contract/samples/tables';
import {
  LINE_SORTS,
  parseCartSearchParams,
  parseLineSearchParams,
  withoutDefaults,
  type ListSearchParams,
} from './list-search-params';

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Paris');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const now = new Date('2026-04-10T12:00:00+02:00');
const lines = (address: ListSearchParams) => parseLineSearchParams(address, now);
const carts = (address: ListSearchParams) => parseCartSearchParams(address, now);

/** One parameter of the API in search params: its name and text there, and the API's value. */
function said(parameter: string): { name: string; text: string; asked: string } {
  const name = parameter.replace(/_(gt|lt)$/, '');
  if (parameter.endsWith('_gt'))
    return { name, text: '2026-03-29..', asked: '2026-03-28T23:59:59.999999+01:00' };
  if (parameter.endsWith('_lt'))
    return { name, text: '..2026-03-29', asked: '2026-03-30T00:00:00.000000+02:00' };
  return { name, text: ' Dupont & fils ', asked: 'Dupont & fils' };
}

describe.each([
  { list: 'lines', read: lines, parameters: LINE_PARAMETERS },
  { list: 'carts', read: carts, parameters: CART_PARAMETERS },
])('the address of the list of $list', ({ read, parameters }) => {
  it.each(parameters)('can say %s', (parameter) => {
    const { name, text, asked } = said(parameter);
    const { query, active, refused } = read({ [name]: text });
    expect(query.filters).toEqual({ [parameter]: asked });
    expect(active).toMatchObject([{ name, value: text.trim() }]);
    expect(refused).toEqual([]);
  });

  it('can say all of them at once, in any order', () => {
    const names = [...new Set(parameters.map((parameter) => said(parameter).name))];
    const address = Object.fromEntries(
      names.map((name) => [name, name.endsWith('_date') ? '2026-03-29' : said(name).text]),
    );
    const asked = Object.fromEntries(parameters.map((parameter) => [parameter, said(parameter).asked]));
    expect(read(address).query.filters).toEqual(asked);
    expect(read(address).active.map(({ name }) => name)).toEqual(names);
    const reversed = Object.fromEntries(Object.entries(address).toReversed());
    expect(read(reversed)).toEqual(read(address));
  });

  it.each([
    ['nothing', {}, 1],
    ['the third page', { page: '3' }, 3],
    ['an empty page', { page: ' ' }, 1],
  ])('that says %s asks for pages of 50', (_, address, page) => {
    expect(read(address)).toMatchObject({
      query: { filters: {}, page, pageSize: 50 },
      active: [],
      refused: [],
    });
  });

  it.each(['0', '-2', '1.5', 'last', '99999999999999999999', 'Infinity', 'NaN'])(
    'refuses page "%s" and asks for the first',
    (page) => {
      const { query, refused } = read({ page, state: 'created' });
      expect(query).toMatchObject({ page: 1, filters: { state: 'created' } });
      expect(refused).toEqual([{ name: 'page', value: page }]);
    },
  );

  it.each(
    parameters.filter((parameter) => parameter.endsWith('_gt')).map((parameter) => said(parameter).name),
  )('refuses invalid days of %s and sends none', (name) => {
    const { query, active, refused } = read({ [name]: '2026-02-30', state: 'created' });
    expect(query.filters).toEqual({ state: 'created' });
    expect(active).toHaveLength(1);
    expect(refused).toEqual([{ name, value: '2026-02-30' }]);
  });

  it('reports every unknown name and sends none', () => {
    const address = {
      colour: 'red',
      creation_date_gt: '2026-01-01T00:00:00Z',
      utm_source: 'mail',
      constructor: 'x',
      limit: '500',
    };
    const { query, active, refused } = read(address);
    expect(query.filters).toEqual({});
    expect(active).toEqual([]);
    expect(refused).toEqual(Object.entries(address).map(([name, value]) => ({ name, value })));
  });

  it('takes blank texts for none', () => {
    expect(read({ state: '  ', creation_date: ' ' })).toEqual(read({}));
  });
});

describe('what an address says in vain', () => {
  it('asks the API for an unknown state too', () => {
    const { query, active } = lines({ state: 'technical_error' });
    expect(query.filters).toEqual({ state: 'technical_error' });
    expect(active).toMatchObject([{ name: 'state', isUnknown: true }]);
    expect(lines({ state: 'acknowledged' }).active).toMatchObject([{ isUnknown: false }]);
    expect(carts({ state: 'acknowledged' }).active).toMatchObject([{ isUnknown: true }]);
  });

  it('takes the first value of a repeated name', () => {
    const { query, refused } = lines({ state: 'created', 'state.2': 'rejected_creation', 'colour.2': 'x' });
    expect(query.filters).toEqual({ state: 'created' });
    expect(refused).toEqual([
      { name: 'state.2', value: 'rejected_creation', repeats: 'state' },
      { name: 'colour.2', value: 'x' },
    ]);
  });
});

describe('the days of a filter', () => {
  it('are told with what was asked', () => {
    const [active] = lines({ creation_date: '2026-04-01..2026-04-03' }).active;
    expect(active).toEqual({
      name: 'creation_date',
      value: '2026-04-01..2026-04-03',
      days: { from: '2026-04-01', to: '2026-04-03' },
      relative: null,
      isUnknown: false,
    });
  });

  it('move with the present when they are said so', () => {
    const { query, active } = lines({ expiration_date: 'next-14-days' });
    expect(active).toEqual([
      {
        name: 'expiration_date',
        value: 'next-14-days',
        days: { from: '2026-04-10', to: '2026-04-24' },
        relative: 'next-14-days',
        isUnknown: false,
      },
    ]);
    expect(query.filters).toEqual({
      expiration_date_gt: '2026-04-09T23:59:59.999999+02:00',
      expiration_date_lt: '2026-04-25T00:00:00.000000+02:00',
    });
    const later = parseLineSearchParams(
      { expiration_date: 'next-14-days' },
      new Date('2026-04-11T00:00:00+02:00'),
    );
    expect(later.query.filters.expiration_date_gt).toBe('2026-04-10T23:59:59.999999+02:00');
  });

  it('are asked for to the same letter all day long', () => {
    const morning = parseLineSearchParams({ creation_date: 'today' }, new Date('2026-03-29T00:00:00+01:00'));
    const evening = parseLineSearchParams({ creation_date: 'today' }, new Date('2026-03-29T23:59:59+02:00'));
    expect(morning).toEqual(evening);
  });
});

describe('the search', () => {
  it('is trimmed and is no filter', () => {
    const { query, active, refused } = lines({ search: '  0123 é&= ' });
    expect(query.search).toBe('0123 é&=');
    expect([active, refused]).toEqual([[], []]);
  });

  it.each(['', '   '])('of "%s" is none', (search) => {
    expect(lines({ search }).query).not.toHaveProperty('search');
  });
});

describe('the sort of lines', () => {
  /** A link to the cart is nothing to sort by, nor is an id; the rest of the fields of a row is. */
  const FIELDS = SUMMARY_FIELDS.filter((name) => name !== 'id' && name !== 'product_order_id');

  it('is by any field of a row that says something', () => {
    expect([...LINE_SORTS].toSorted()).toEqual(FIELDS.toSorted());
  });

  it.each(FIELDS.flatMap((field) => [field, `-${field}`]))('can be %s', (sort) => {
    expect(lines({ sort })).toMatchObject({ query: { sort }, refused: [] });
  });

  it.each([undefined, ''])('is not asked for when the address says %j', (sort) => {
    const { query, refused } = lines(sort === undefined ? {} : { sort });
    expect(query).not.toHaveProperty('sort');
    expect(refused).toEqual([]);
  });

  it.each(['colour', '--state', '-', 'State', 'state,-order_date', 'id'])(
    'is told when it makes no sense: "%s"',
    (sort) => {
      const { query, refused } = lines({ sort });
      expect(query).not.toHaveProperty('sort');
      expect(refused).toEqual([{ name: 'sort', value: sort }]);
    },
  );
});

it('the list of carts refuses search and sort', () => {
  const { query, refused } = carts({ search: 'x', sort: 'state', end_customer_name: 'y' });
  expect(query).toEqual({ filters: {}, page: 1, pageSize: 50 });
  expect(refused.map(({ name }) => name)).toEqual(['search', 'sort', 'end_customer_name']);
});

describe('an address without its defaults', () => {
  it.each([
    ['the first page', { page: '1' }],
    ['empty values', { order_reference: '', search: '  ' }],
    ['values other than text', { order_reference: 1, search: ['a'], sort: null, page: undefined }],
  ])('lacks %s', (_, raw) => {
    expect(withoutDefaults({ ...raw, state: 'created' })).toEqual({ state: 'created' });
  });

  it('keeps what makes no sense, to be told and removed', () => {
    const address = { page: 'last', sort: 'colour', creation_date: 'soon', utm_source: 'x' };
    expect(withoutDefaults(address)).toEqual(address);
  });

  it('asks for the same, and is itself without defaults', () => {
    const address = {
      state: ' created ',
      creation_date: 'today',
      sort: '-creation_date',
      page: '1',
      search: '',
    };
    const short = withoutDefaults(address);
    expect(lines(short)).toEqual(lines(address));
    expect(withoutDefaults(short)).toEqual(short);
  });
});

describe('the search params of a list', () => {
  it.each([
    {
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
    },
    {
      state: 'partial',
      external_id: 'EXT',
      project_id: 'P',
      completion_date: '2026-01-01..',
      cancellation_date: '..2026-02-01',
      page: '2',
    },
    { utm_source: 'x', page: 'last' },
  ])('keep what says something, known or not', (search) => {
    expect(withoutDefaults(search)).toEqual(search);
  });

  it('leave out what they would say anyway', () => {
    expect(withoutDefaults({ state: '', sort: '', project_id: '  ', page: '1' })).toEqual({});
  });

  it('ask for the first page by default', () => {
    expect(lines({}).query).toEqual({ filters: {}, page: 1, pageSize: 50 });
    expect(carts({}).query).toEqual({ filters: {}, page: 1, pageSize: 50 });
  });

  it('ask for what they say', () => {
    expect(lines({ state: 'created', search: ' Dupont & fils ', sort: 'state', page: '3' }).query).toEqual({
      filters: { state: 'created' },
      search: 'Dupont & fils',
      sort: 'state',
      page: 3,
      pageSize: 50,
    });
    expect(carts({ external_id: ' EXT ', page: '4' }).query).toEqual({
      filters: { external_id: 'EXT' },
      page: 4,
      pageSize: 50,
    });
  });
});
