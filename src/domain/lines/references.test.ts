import { expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { lineReference } from './references';

it.each([
  ['PO_1', 'TMP_1', { value: 'PO_1', isTemporary: false }],
  ['PO_1', null, { value: 'PO_1', isTemporary: false }],
  ['PO_1', 'PO_1', { value: 'PO_1', isTemporary: false }],
  ['', 'TMP_1', { value: 'TMP_1', isTemporary: true }],
  [null, 'TMP_1', { value: 'TMP_1', isTemporary: true }],
  [null, '', null],
])('a line with order_reference %j and temporary_reference %j shows %j', (order, temporary, shown) => {
  const line = readOrderLine({ id: 'L', order_reference: order, temporary_reference: temporary });
  expect(lineReference(line)).toEqual(shown);
});
