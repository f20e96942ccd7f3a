import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { readOrderLine } from '~/contract/order-line';
import { CONFIRMED_LINE } from '~/contract/samples/lines';
import { toSnapshot, cartDiff, completedBy, lineDiff } from './cart-diff';

const wireLine = (id: string, changes: object = {}) => ({ ...CONFIRMED_LINE, id, ...changes });
const cartOf = (lines: readonly object[], references: object = {}) =>
  readCart({ id: 'C', external_id: 'CDE-1', project_id: '', product_order_item: lines, ...references });

describe('what differs since a cart was seen', () => {
  const seen = toSnapshot(cartOf([wireLine('a'), wireLine('b')]));

  it('is nothing when nothing was changed', () => {
    expect(cartDiff(seen, cartOf([wireLine('a'), wireLine('b')])).count).toBe(0);
  });

  it('is not the order of the lines', () => {
    expect(cartDiff(seen, cartOf([wireLine('b'), wireLine('a')])).count).toBe(0);
  });

  it('is told field by field, old and new', () => {
    const { changed, count } = cartDiff(seen, cartOf([wireLine('a', { enni: 'AZ9' }), wireLine('b')]));
    expect([...changed]).toEqual([['a', [{ key: 'enni', before: '', after: 'AZ9' }]]]);
    expect(count).toBe(1);
  });

  it('includes a contact that was changed or added', () => {
    const [contact] = CONFIRMED_LINE.related_contact_information;
    const twice = [{ ...contact, city: 'Rouen' }, { end_customer_name: 'Annexe' }];
    const { changed } = cartDiff(
      seen,
      cartOf([wireLine('a', { related_contact_information: twice }), wireLine('b')]),
    );
    expect(changed.get('a')).toEqual([
      { key: 'related_contact_information.0.city', before: 'Mont-Saint-Aignan', after: 'Rouen' },
      { key: 'related_contact_information.1.end_customer_name', before: undefined, after: 'Annexe' },
    ]);
  });

  it('includes lines that came and went, and the references', () => {
    const now = cartOf([wireLine('a'), wireLine('c')], { external_id: 'CDE-2' });
    const differences = cartDiff(seen, now);
    expect([...differences.added]).toEqual(['c']);
    expect(differences.removed).toEqual([seen.lines.get('b')]);
    expect(differences.references).toEqual(['external_id']);
    expect(differences.count).toBe(3);
  });

  it('leaves out decomposed accents', () => {
    const before = toSnapshot(cartOf([{ ...wireLine('a'), note: 'é' }], { project_id: 'é' }));
    const now = cartOf([{ ...wireLine('a'), note: 'e\u0301' }], { project_id: 'e\u0301' });
    expect(cartDiff(before, now).count).toBe(0);
  });

  it('has no lines where the cart was never seen', () => {
    const some = { references: null, lineIds: null, lines: new Map() };
    expect(cartDiff(some, cartOf([wireLine('a')])).count).toBe(0);
  });

  it('leaves alone what only one of two readings carries', () => {
    const { note: _, ...without } = wireLine('a');
    const [before, after] = [readOrderLine(without), readOrderLine(wireLine('a', { note: 'Sonner' }))];
    expect(lineDiff(before, after)).toEqual([]);
  });

  it('counts an absent field as empty where all are compared', () => {
    const short = wireLine('a');
    const before = toSnapshot(cartOf([short]));
    const after = cartOf([wireLine('a', { specific_request: 'At night' })]);
    expect(cartDiff(before, after).count).toBe(0);
    expect(cartDiff(before, after, 'all').count).toBe(1);
    expect(cartDiff(before, cartOf([wireLine('a', { specific_request: '' })]), 'all').count).toBe(0);
  });

  it('takes 1257 and "1257" for the same VLAN', () => {
    const [before, after] = [
      readOrderLine(wireLine('a')),
      readOrderLine(wireLine('a', { vlan_reference: '1257' })),
    ];
    expect(lineDiff(before, after)).toEqual([]);
  });
});

describe('a line of two readings', () => {
  it('has the newer value, else the older', () => {
    const older = readOrderLine(wireLine('a', { note: 'old', access_instructions: 'Porte B' }));
    const newer = readOrderLine(wireLine('a', { note: 'new' }));
    const line = completedBy(newer, older);
    expect(line.note).toBe('new');
    expect(line.access_instructions).toBe('Porte B');
    expect(line.returned).toContain('access_instructions');
  });
});
