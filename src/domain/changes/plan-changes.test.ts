import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { QUOTE_LOCKED_FIELDS } from '~/domain/fields/quote-lock';
import { BULK_FIELDS, fieldsOfPart, type LineAction } from './line-actions';
import { planChanges, planLine } from './plan-changes';

const saved = (wire: object = {}) => readOrderLine({ ...CREATE_LINE_ANSWER, quote_item_id: '', ...wire });
const set = (field: string, value: string): LineAction => ({ kind: 'set', field, value });

describe('a bulk change', () => {
  it('leaves a line out that is no draft', () => {
    const planned = planLine(saved({ state: 'in_progress' }), [set('note', 'new')]);
    expect(planned).toMatchObject({ kind: 'left-out', staying: [{ key: 'note', reason: 'not-draft' }] });
  });

  it.each(QUOTE_LOCKED_FIELDS)('leaves %s of a line from a quote', (field) => {
    const planned = planLine(saved({ quote_item_id: 'Q' }), [set(field, 'new')]);
    expect(planned).toMatchObject({ kind: 'left-out', staying: [{ key: field, reason: 'quote' }] });
  });

  it('leaves the ENNI of DIA', () => {
    const planned = planLine(saved({ offer_family: 'DIA' }), [set('enni', 'AZ000001')]);
    expect(planned).toMatchObject({ kind: 'left-out', staying: [{ key: 'enni', reason: 'dia' }] });
  });

  it.each(['offer_family', 'offer_technology'])('leaves %s, set at creation only', (field) => {
    expect(BULK_FIELDS).not.toContain(field);
    const planned = planLine(saved(), [set(field, 'new')]);
    expect(planned).toMatchObject({ kind: 'left-out', staying: [{ key: field, reason: 'creation-only' }] });
  });

  it.each(['id', 'state', 'product_order_id', 'order_date', 'related_contact_information.0.region'])(
    'does not know %s',
    (field) => {
      expect(BULK_FIELDS).not.toContain(field);
      expect(planLine(saved(), [set(field, 'new')]).kind).toBe('same');
    },
  );

  it.each(['product_offering_id', 'product_offering_qualification_item_id'])('does not empty %s', (field) => {
    const planned = planLine(saved(), [{ kind: 'empty', field }]);
    expect(planned).toMatchObject({ kind: 'left-out', staying: [{ key: field, reason: 'required' }] });
  });

  it('does nothing where the value is there', () => {
    const line = saved({ note: 'there', option_ids: ['7021'], vlan_reference: 1257 });
    const option: LineAction = { kind: 'add-option', option: '7021' };
    const [from] = line.related_contact_information;
    const actions = [set('note', 'there'), set('vlan_reference', '1257.0'), option];
    const whole: LineAction[] = from ? [{ kind: 'take', part: 'site', from }] : [];
    expect(planLine(line, [...actions, ...whole]).kind).toBe('same');
    expect(planLine(saved({ note: null }), [{ kind: 'empty', field: 'note' }]).kind).toBe('same');
  });

  it('shows each field before and after', () => {
    const planned = planLine(saved({ note: 'old' }), [set('note', 'new'), set('enni_2', 'AZ000002')]);
    expect(planned.kind === 'change' && planned.changes).toEqual([
      { key: 'note', before: 'old', after: 'new' },
      { key: 'enni_2', before: '', after: 'AZ000002' },
    ]);
  });

  it('names the CPE fields that option 7021 asks for', () => {
    const line = saved({ option_ids: [], cpe_networking_number: 'NET', cpe_serial_number: '' });
    const planned = planLine(line, [{ kind: 'add-option', option: '7021' }]);
    expect(planned).toMatchObject({ neededCpe: ['cpe_serial_number'], emptiedCpe: [] });
  });

  it('counts a line once, and what stays by its reason', () => {
    const lines = [
      saved({ id: '1' }),
      saved({ id: '1' }),
      saved({ id: '2', quote_item_id: 'Q' }),
      saved({ id: '3', quote_item_id: 'Q', note: 'new', business_code: 'Z' }),
      saved({ id: '4', state: 'in_progress' }),
      saved({ id: '5', option_ids: ['7021'], cpe_serial_number: 'SR' }),
    ];
    const plan = planChanges(lines, [
      set('note', 'new'),
      set('business_code', 'Z'),
      { kind: 'remove-option', option: '7021' },
    ]);
    expect(plan.changed.map(({ line }) => line.id)).toEqual(['1', '2', '5']);
    expect(plan.leftOut.map(({ line }) => line.id)).toEqual(['4']);
    expect(plan).toMatchObject({ sameCount: 1, loseCpe: 1, needCpe: 0 });
    expect(plan.stays).toContainEqual({ key: 'business_code', reason: 'quote', lines: 1 });
    expect(plan.stays).toContainEqual({ key: 'note', reason: 'not-draft', lines: 1 });
  });

  it('divides the twenty contact fields into three parts', () => {
    const parts = [...fieldsOfPart('site'), ...fieldsOfPart('contact1'), ...fieldsOfPart('contact2')];
    expect(parts.toSorted()).toEqual(Object.keys(CONTACT).toSorted());
  });
});
