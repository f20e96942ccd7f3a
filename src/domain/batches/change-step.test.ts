import { describe, expect, it } from 'vitest';
import { readOrderLine, writeLineValues, type OrderLine } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { changeStep, fieldsStoredOtherwise, revertStep, showsChange, valuesAfter } from './change-step';

const saved = (wire: object = {}) => readOrderLine({ ...CREATE_LINE_ANSWER, quote_item_id: '', ...wire });
const base = saved({ note: 'old' });
const mine = { ...base, note: 'new' };
const bodyOf = (step: ReturnType<typeof changeStep>) => step.kind === 'write' && writeLineValues(step.patch);

describe('a change of a line', () => {
  it('carries only what differs from the fresh reading', () => {
    expect(bodyOf(changeStep(base, mine, base))).toEqual({ note: 'new' });
    expect(bodyOf(changeStep(base, mine, saved({ note: 'old', enni: 'AZ9' })))).toEqual({ note: 'new' });
  });

  it('has nothing to do where the value is there', () => {
    expect(changeStep(base, mine, saved({ note: 'new' })).kind).toBe('unchanged');
  });

  it('is a conflict where the field has a third value', () => {
    expect(changeStep(base, mine, saved({ note: 'theirs' })).kind).toBe('conflict');
  });

  it('is locked where a quote came meanwhile', () => {
    const code = { ...base, business_code: 'Z' };
    expect(changeStep(base, code, saved({ note: 'old', quote_item_id: 'Q' })).kind).toBe('locked');
  });

  it('sends the contact block of the fresh reading', () => {
    const [site] = base.related_contact_information;
    const rouen = { ...base, related_contact_information: site ? [{ ...site, city: 'Rouen' }] : [] };
    const fresh = { ...CONTACT, contact1_lastname: 'Petit', region: 'Normandie' };
    const now = saved({ note: 'old', related_contact_information: [fresh] });
    expect(bodyOf(changeStep(base, rouen, now))).toEqual({
      related_contact_information: [{ ...fresh, city: 'Rouen' }],
    });
  });
});

describe('the undo of a change', () => {
  const both = { ...base, note: 'new', enni: 'AZ9' };
  const change = { before: base, after: both };
  const revert = (now: OrderLine) => {
    const { patch, isWhole } = revertStep(change, now);
    return { body: patch && writeLineValues(patch), isWhole };
  };

  it('puts both fields back', () => {
    const now = saved({ note: 'new', enni: 'AZ9' });
    expect(revert(now)).toEqual({ body: { note: 'old', enni: base.enni }, isWhole: true });
  });

  it('leaves a field with a third value', () => {
    const now = saved({ note: 'theirs', enni: 'AZ9' });
    expect(revert(now)).toEqual({ body: { enni: base.enni }, isWhole: false });
  });

  it('leaves a field that the answer does not carry', () => {
    const { note: _, ...wire } = CREATE_LINE_ANSWER;
    const now = readOrderLine({ ...wire, quote_item_id: '', enni: 'AZ9' });
    expect(revert(now)).toEqual({ body: { enni: base.enni }, isWhole: false });
  });
});

describe('the proof of a change', () => {
  it('is every changed field that the answer carries', () => {
    expect(showsChange({ before: base, after: mine }, saved({ note: 'new' }))).toBe(true);
    expect(showsChange({ before: base, after: mine }, saved({ note: 'old' }))).toBe(false);
    expect(showsChange({ before: base, after: mine }, readOrderLine({ id: '1' }))).toBe(false);
  });

  it('names the fields that the API stored otherwise', () => {
    const change = { lineId: '1', cartId: '2', base };
    const after = valuesAfter(mine, saved({ note: 'NEW' }));
    const state = { kind: 'changed', lineId: '1', before: base, after } as const;
    expect(fieldsStoredOtherwise({ values: mine, change, state })).toEqual(['note']);
  });
});
