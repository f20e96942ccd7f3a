import { describe, expect, it } from 'vitest';
import { pickContactValues } from './contact';
import { toListRows } from './list-envelope';
import {
  canonicalFieldName,
  emptyLineValues,
  readId,
  readOrderLine,
  readOrderLineSummary,
  writeLineValues,
} from './order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';

const line = (wire: object) => readOrderLine({ id: 'L', ...wire });

describe('the two spellings', () => {
  it.each([
    ['enni_2', 'enni_2', 'B'],
    ['enni2', 'enni_2', 'B'],
    ['cpe_networking_number', 'cpe_networking_number', 'NET'],
    ['cpe_network_number', 'cpe_networking_number', 'NET'],
  ] as const)('%s is read, and written as in the tables', (wireName, ours, value) => {
    const read = line({ [wireName]: value });
    expect(read[ours]).toBe(value);
    expect(read.returned).toEqual([ours]);
    expect(read.unknown).toEqual({});
    expect(writeLineValues({ [ours]: 'new' })).toEqual({ [ours]: 'new' });
  });

  it.each([
    [{ enni_2: 'B', enni2: '' }],
    [{ enni_2: '', enni2: 'B' }],
    [{ enni_2: null, enni2: 'B' }],
    [{ enni_2: 'B', enni2: null }],
  ])('count as the filled one in %j', (wire) => {
    const read = line(wire);
    expect(read.enni_2).toBe('B');
    expect(read.returned).toEqual(['enni_2']);
  });

  it('have one name here', () => {
    expect(['enni2', 'enni_2', 'cpe_network_number', 'enni'].map(canonicalFieldName)).toEqual([
      'enni_2',
      'enni_2',
      'cpe_networking_number',
      'enni',
    ]);
  });
});

describe('an order line', () => {
  it.each([
    [1257, '1257'],
    ['1257', '1257'],
    [null, ''],
    ['', ''],
  ])('reads the VLAN %j', (wire, value) => {
    expect(line({ vlan_reference: wire }).vlan_reference).toBe(value);
  });

  it('writes the VLAN as a number', () => {
    expect(writeLineValues({ vlan_reference: '1257' })).toEqual({ vlan_reference: 1257 });
  });

  it('reads null, "" and missing keys alike, remembers received keys', () => {
    const filled = { note: '', siret_known: null, option_ids: null, related_contact_information: null };
    const { returned, ...read } = line(filled);
    const { returned: nothing, ...bare } = line({});
    expect(read).toEqual(bare);
    expect(nothing).toEqual([]);
    expect(returned.toSorted()).toEqual(Object.keys(filled).toSorted());
  });

  it('keeps an unknown state and unknown fields', () => {
    const read = line({
      state: 'technical_error',
      state_change: [{ state: 'odd' }],
      carrier: { id: 4 },
      tags: ['x'],
    });
    expect(read.state).toBe('technical_error');
    expect(read.state_change).toEqual([{ change_reason: '', change_date: '', state: 'odd' }]);
    expect(read.unknown).toEqual({ carrier: { id: 4 }, tags: ['x'] });
  });

  it('keeps a date that is none as it came', () => {
    expect(line({ order_date: 'soon', scheduled_delivery_date: '31/12/2025' })).toMatchObject({
      order_date: 'soon',
      scheduled_delivery_date: '31/12/2025',
    });
  });

  it('reads termination errors and history whatever is missing in them', () => {
    const read = line({ termination_error: [{ code: 404 }, null], state_change: 'none' });
    expect(read.termination_error).toEqual([{ code: '404', property_path: '', value: '' }]);
    expect(read.state_change).toEqual([]);
  });

  it('takes an id that is a number', () => {
    expect(readOrderLine({ id: 12 }).id).toBe('12');
    expect(readOrderLineSummary({ id: 0 }).id).toBe('0');
  });

  it.each([null, 'L', [], {}, { id: '' }, { id: null }, { id: {} }])(
    'is refused without an id: %j',
    (raw) => {
      expect(() => readOrderLine(raw)).toThrow('[');
      expect(() => readOrderLineSummary(raw)).toThrow('[');
    },
  );

  it('that is refused leaves the other rows alone', () => {
    const rows = toListRows([{ id: 'a' }, { state: 'created' }, { id: 'b' }], readOrderLineSummary);
    expect(rows.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it("gives an unreadable row's id where it has one", () => {
    expect([readId({ id: 7 }), readId({}), readId(null)]).toEqual(['7', '', '']);
  });
});

describe('a written line', () => {
  it('is what was given and nothing else', () => {
    expect(writeLineValues({})).toEqual({});
    expect(writeLineValues({ note: '', option_ids: [] })).toEqual({ note: '', option_ids: [] });
  });

  it('empties values with "", flags with null', () => {
    const emptied = writeLineValues({
      enni: '',
      vlan_reference: '',
      scheduled_delivery_date: '',
      siret_known: null,
    });
    expect(emptied).toEqual({
      enni: '',
      vlan_reference: '',
      scheduled_delivery_date: '',
      siret_known: null,
    });
  });

  it('keeps leading zeros, signs, spaces and identifiers as text', () => {
    const values = {
      enni: '007',
      external_id: ' +33 ',
      option_ids: ['0012'],
      additional_vlan_reference: '0100',
    };
    expect(writeLineValues(values)).toEqual(values);
  });

  it('of a new line is all empty at first', () => {
    expect(readOrderLine({ id: 'L' })).toMatchObject(emptyLineValues());
  });

  it('carries the contact block whole', () => {
    const { related_contact_information } = line({ related_contact_information: [{ ...CONTACT, key: 1 }] });
    expect(writeLineValues({ related_contact_information })).toEqual({
      related_contact_information: [{ ...CONTACT, key: 1 }],
    });
    expect(related_contact_information.map(pickContactValues)).toEqual(
      readOrderLine(CREATE_LINE_ANSWER).related_contact_information.map(pickContactValues),
    );
  });
});
