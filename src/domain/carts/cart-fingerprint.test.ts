import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { cartFingerprint, cartReferencesFingerprint } from './cart-fingerprint';

const lines = [
  { id: 'A', enni_2: 'Z', vlan_reference: 1257, related_contact_information: [{ city: 'Rouen' }] },
  { id: 'B', note: 'x' },
];
const cartOf = (items: unknown[], more: object = {}) =>
  readCart({ id: 'C', product_order_item: items, ...more });
const ofCart = (items: unknown[], more?: object) => cartFingerprint(cartOf(items, more));

describe('the fingerprint of a cart', () => {
  it('is 64 hexadecimal digits', async () => {
    expect(await ofCart(lines)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, unknown[], object]>([
    ['its lines come in another order', lines.toReversed(), {}],
    [
      'it is spelled and typed otherwise',
      [{ ...lines[0], enni_2: undefined, enni2: 'Z', vlan_reference: '1257' }, lines[1]],
      {},
    ],
    [
      'an empty value is not said',
      [
        { ...lines[0], technical_note: null },
        { ...lines[1], technical_note: '' },
      ],
      {},
    ],
    [
      'what nobody can write differs',
      [{ ...lines[0], order_reference: 'R' }, lines[1]],
      { state: 'created', external_id: 'E' },
    ],
  ])('stays the same when %s', async (_, items, more) => {
    expect(await ofCart(items, more)).toBe(await ofCart(lines));
  });

  it.each<[string, unknown[]]>([
    ['a value', [lines[0], { id: 'B', note: 'y' }]],
    ['a value of the site', [{ ...lines[0], related_contact_information: [{ city: 'Caen' }] }, lines[1]]],
    ['the line that holds a value', [{ ...lines[0], note: 'x' }, { id: 'B' }]],
    ['a line more', [...lines, { id: 'D' }]],
    ['a line less', [lines[0]]],
    ['the id of a line', [lines[0], { id: 'D', note: 'x' }]],
    ['a line that cannot be read', [...lines, {}]],
  ])('changes with %s', async (_, items) => {
    expect(await ofCart(items)).not.toBe(await ofCart(lines));
  });
});

describe('the fingerprint of a cart’s references', () => {
  it('changes with a reference and with nothing else', async () => {
    const of = (more: object) => cartReferencesFingerprint(cartOf(lines, { external_id: 'E', ...more }));
    expect(await of({ state: 'created', product_order_item: [] })).toBe(await of({}));
    expect(await of({ external_id: 'F' })).not.toBe(await of({}));
    expect(await of({ project_id: 'E', external_id: '' })).not.toBe(await of({}));
  });
});
