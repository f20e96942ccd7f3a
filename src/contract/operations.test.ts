import { describe, expect, it } from 'vitest';
import { matchOperation, operationNames, operationPath, operations, type OperationName } from './operations';

/** The document's eleven calls, to the letter: {id} is a cart but in "Order line detail", where it is {item_id}. */
const CALLS: [OperationName, string, string][] = [
  ['createCart', 'POST', '/api/v1/product_order'],
  ['listCarts', 'GET', '/api/v1/product_order/'],
  ['readCart', 'GET', '/api/v1/product_order/{id}/'],
  ['updateCart', 'PATCH', '/api/v1/product_order/{id}/'],
  ['deleteCart', 'DELETE', '/api/v1/product_order/{id}/'],
  ['createLine', 'POST', '/api/v1/product_order/{id}/product_order_item'],
  ['updateLine', 'PATCH', '/api/v1/product_order/{id}/product_order_item/{item_id}'],
  ['deleteLine', 'DELETE', '/api/v1/product_order/{id}/product_order_item/{item_id}/'],
  ['listLines', 'GET', '/api/v1/product_order_item/'],
  ['readLine', 'GET', '/api/v1/product_order_item/{item_id}/'],
  ['confirmCart', 'PATCH', '/api/v1/product_order/{id}/confirm/'],
];

const fill = (path: string, cartId: string, lineId: string) =>
  path.replace('{id}', cartId).replace('{item_id}', lineId);

describe('the table of operations', () => {
  it('holds the eleven calls of the document and no other', () => {
    expect([...operationNames].toSorted()).toEqual(CALLS.map(([name]) => name).toSorted());
  });

  it.each(CALLS)('%s is %s %s', (name, method, path) => {
    expect(operations[name].method).toBe(method);
    expect(operationPath(name, { cartId: 'C', lineId: 'L' })).toBe(fill(path, 'C', 'L'));
  });

  it.each(CALLS)('recognises a request for %s', (name, method, path) => {
    const ids = {
      ...(path.includes('{id}') ? { cartId: '0b10ba8a-3c31' } : {}),
      ...(path.includes('{item_id}') ? { lineId: '259a1c5b-8462' } : {}),
    };
    expect(matchOperation(method, fill(path, '0b10ba8a-3c31', '259a1c5b-8462'))).toEqual({ name, ids });
  });

  it.each(CALLS.filter(([name]) => name !== 'createCart' && name !== 'listCarts'))(
    'does not take %s with its last slash wrong',
    (_, method, path) => {
      const filled = fill(path, 'C', 'L');
      const wrong = filled.endsWith('/') ? filled.slice(0, -1) : `${filled}/`;
      expect(matchOperation(method, wrong)).toBeNull();
    },
  );

  it('tells creation and list apart by method and slash', () => {
    expect(matchOperation('POST', '/api/v1/product_order/')).toBeNull();
    expect(matchOperation('GET', '/api/v1/product_order')).toBeNull();
  });

  it.each([
    ['PUT', '/api/v1/product_order/C/'],
    ['POST', '/api/v1/product_order/C/confirm/'],
    ['GET', '/api/v1/product_order/C/product_order_item/L/'],
    ['GET', '/api/v1/product_order/C/extra/'],
    ['GET', '/api/v1/product_order//'],
    ['GET', '/prefix/api/v1/product_order/'],
    ['GET', '/api/v2/product_order/'],
    ['GET', '/api/v1/product_order/%E0%A4%A/'],
  ])('knows no call %s %s', (method, path) => {
    expect(matchOperation(method, path)).toBeNull();
  });
});

describe('ids in paths', () => {
  it.each(['a/b', 'a?b#c', 'à é', '100%', 'confirm', '...'])('carries the id %s there and back', (id) => {
    const path = operationPath('deleteLine', { cartId: id, lineId: id });
    expect(new URL(path, 'https://api.example').pathname).toBe(path);
    expect(matchOperation('DELETE', path)).toEqual({ name: 'deleteLine', ids: { cartId: id, lineId: id } });
  });

  it.each(['', '.', '..'])('refuses the id "%s", which would reach another operation', (lineId) => {
    expect(() => operationPath('deleteLine', { cartId: 'C', lineId })).toThrow('lineId');
  });

  it('refuses a missing id', () => {
    expect(() => operationPath('readCart')).toThrow('cartId');
    expect(() => operationPath('updateLine', { cartId: 'C' })).toThrow('lineId');
  });
});
