import { describe, expect, it } from 'vitest';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { readableLines, readCart, type Cart } from './cart';
import { CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import { writeCart } from './written-cart';

const cart = readCart({
  id: 'cart-1',
  external_id: 'CDE/7',
  project_id: 'PRJ-1',
  product_order_item: [
    { id: 'L-1', enni: 'AZ1', vlan_reference: 1257, siret_known: false, state: 'created' },
    { ...CREATE_LINE_REQUEST, id: 'L-2', access_instructions: 'Sonner\ndeux fois', order_reference: 'CMD-2' },
  ],
});

describe('a cart that we wrote down ourselves', () => {
  const read = readCart(JSON.parse(JSON.stringify(writeCart(cart))));

  it('is read back with its lines in order', () => {
    expect(read).toMatchObject({ id: 'cart-1', external_id: 'CDE/7', project_id: 'PRJ-1' });
    const shown = (of: Cart) =>
      readableLines(of).map((line) => [line.id, line.state, line.order_reference, ...lineFieldValues(line)]);
    expect(shown(read)).toEqual(shown(cart));
  });

  it('tells empty fields from fields not returned', () => {
    const [bare, full] = readableLines(read);
    expect(bare?.returned.toSorted()).toEqual(['enni', 'siret_known', 'vlan_reference']);
    expect(full?.returned).toContain('access_instructions');
  });
});
