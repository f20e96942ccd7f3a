import { describe, expect, it } from 'vitest';
import { lineIds, readableLines, readCart, readCartHeader, readLineIds, writeCartValues } from './cart';
import { readOrderLine } from './order-line';
import {
  CONFIRM_CART_ANSWER,
  CREATE_CART_ANSWER,
  CREATE_CART_REQUEST,
  DELETE_LINE_ANSWER,
} from '~/contract/samples/carts';
import { CONFIRMED_LINE } from '~/contract/samples/lines';
import { CART_ANSWER_TABLE } from '~/contract/samples/tables';

describe("a cart's header", () => {
  it('has the fields of "Creating an Order Session"', () => {
    const names = CART_ANSWER_TABLE.map(({ name }) => name);
    expect(Object.keys(readCartHeader(CREATE_CART_ANSWER)).toSorted()).toEqual(names.toSorted());
  });

  it('is read from the example, with "" for null dates', () => {
    expect(readCartHeader(CREATE_CART_ANSWER)).toEqual({
      ...CREATE_CART_ANSWER,
      cancellation_date: '',
      completion_date: '',
      order_date: '',
    });
  });

  it('is read when only the id is there', () => {
    expect(readCartHeader({ id: 12 })).toMatchObject({ id: '12', state: '', creation_date: '' });
  });

  it('keeps a state that the document does not name', () => {
    expect(readCartHeader({ id: 'C', state: 'frozen' }).state).toBe('frozen');
  });

  it.each([null, 'cart', [], {}, { id: '' }, { id: null }])('is refused without an id: %j', (raw) => {
    expect(() => readCartHeader(raw)).toThrow('id');
  });
});

describe('a cart', () => {
  it('is read from "Deleting order line" without state, dates, lines', () => {
    expect(readCart(DELETE_LINE_ANSWER)).toEqual({
      id: 'f12c54b3-881b-48e0-9c96-fea9b2597967',
      external_id: '444555666777',
      project_id: '',
      state: '',
      creation_date: '',
      order_date: '',
      completion_date: '',
      cancellation_date: '',
      lines: [],
      unknown: {},
    });
  });

  it('is read from "Confirming the Order Session", with its line', () => {
    const cart = readCart(CONFIRM_CART_ANSWER);
    expect(cart).toMatchObject({ external_id: '777888999', state: '' });
    expect(readableLines(cart)).toEqual([readOrderLine(CONFIRMED_LINE)]);
  });

  it('takes a state and dates that nothing promises', () => {
    const raw = { ...DELETE_LINE_ANSWER, state: 'partial', order_date: '2025-04-23T10:24:57+02:00' };
    expect(readCart(raw)).toMatchObject({ state: 'partial', order_date: '2025-04-23T10:24:57+02:00' });
  });

  it('keeps what it does not know', () => {
    expect(readCart({ ...DELETE_LINE_ANSWER, seller: { id: 3 } }).unknown).toEqual({ seller: { id: 3 } });
  });

  it('keeps an unreadable line as one row', () => {
    const bad = { note: 'no id' };
    const cart = readCart({ id: 'C', product_order_item: [bad, CONFIRMED_LINE, null] });
    expect(cart.lines).toEqual([
      { ok: false, id: '', raw: bad },
      { ok: true, value: readOrderLine(CONFIRMED_LINE) },
      { ok: false, id: '', raw: null },
    ]);
    expect(readableLines(cart).map(({ id }) => id)).toEqual([CONFIRMED_LINE.id]);
  });

  it.each([null, 'cart', { id: 'C' }, { id: 'C', product_order_item: 'none' }, { product_order_item: [] }])(
    'is not mistaken for an empty one: %j',
    (raw) => {
      expect(() => readCart(raw)).toThrow('"path"');
      expect(() => readLineIds(raw)).toThrow('"path"');
    },
  );

  it('tells the ids of its lines without reading them', () => {
    const raw = {
      id: 'C',
      product_order_item: [{ id: 12 }, CONFIRMED_LINE, { id: '' }, { note: 'x' }, null],
    };
    expect(readLineIds(raw)).toEqual(['12', CONFIRMED_LINE.id, '', '', '']);
    expect(readLineIds(raw)).toEqual(lineIds(readCart(raw)));
  });

  it('is written with the given references and no others', () => {
    expect(writeCartValues(CREATE_CART_REQUEST)).toEqual(CREATE_CART_REQUEST);
    expect(writeCartValues({ project_id: '' })).toEqual({ project_id: '' });
  });
});
