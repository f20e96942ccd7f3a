import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { lineFingerprint } from './line-fingerprint';

const line = {
  id: 'A',
  end_customer_name: 'Élise',
  enni_2: 'Z',
  vlan_reference: 1257,
  related_contact_information: [{ city: 'Rouen' }],
};
const of = (more: object = {}) => lineFingerprint(readOrderLine({ ...line, ...more }));

describe('the fingerprint of a line', () => {
  it.each([
    ['another spelling and type', { enni_2: undefined, enni2: 'Z', vlan_reference: '1257' }],
    ['decomposed accents', { end_customer_name: 'E\u0301lise' }],
    ['an empty field', { note: '', technical_note: null }],
    ['a new state and reference', { state: 'in_progress', order_reference: 'R' }],
  ])('stays the same with %s', async (_, more) => {
    expect(await of(more)).toBe(await of());
  });

  it.each([
    ['a value', { note: 'x' }],
    ['a value of the site', { related_contact_information: [{ city: 'Caen' }] }],
    ['an unknown key of the site', { related_contact_information: [{ city: 'Rouen', plan: 'P' }] }],
    ['another id', { id: 'B' }],
  ])('changes with %s', async (_, more) => {
    expect(await of(more)).not.toBe(await of());
  });
});
