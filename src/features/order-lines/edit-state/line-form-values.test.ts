import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyContact, writeContact } from '~/contract/contact';
import { emptyLineValues, readOrderLine } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { CONTACT_TABLE, CREATION_TABLE } from '~/contract/samples/tables';
import { changedFields, lineFieldValues } from '~/domain/fields/field-paths';
import { smallestPatch } from '~/domain/lines/order-line-changes';
import { toFormValues, toLineValues } from './line-form-values';

const saved = (wire: object = {}) => readOrderLine({ ...CREATE_LINE_ANSWER, ...wire });

describe('a line in its form', () => {
  it('holds exactly the fields that can be typed', () => {
    const fields = CREATION_TABLE.map(({ name }) => name);
    expect(Object.keys(toFormValues(saved())).toSorted()).toEqual(fields.toSorted());
    const [site = {}] = toFormValues(saved()).related_contact_information;
    expect(Object.keys(site).toSorted()).toEqual(CONTACT_TABLE.map(({ name }) => name).toSorted());
  });

  it.each([
    [true, 'true'],
    [false, 'false'],
    [null, ''],
  ])('says whether the SIRET is known, %s, as %j', (siret_known, text) => {
    const form = toFormValues(saved({ siret_known }));
    expect(form.siret_known).toBe(text);
    expect(toLineValues(form, saved()).siret_known).toBe(siret_known);
  });

  it('gets an empty site, which is no change', () => {
    const bare = saved({ related_contact_information: [] });
    const form = toFormValues(bare);
    expect(form.related_contact_information).toHaveLength(1);
    expect(toLineValues(form, bare).related_contact_information).toEqual([]);
  });

  it('gets its first site once something of it is typed', () => {
    const bare = emptyLineValues();
    const form = toFormValues(bare);
    const [site = emptyContact()] = form.related_contact_information;
    const typed = toLineValues({ ...form, related_contact_information: [{ ...site, city: 'Rouen' }] }, bare);
    expect(typed.related_contact_information.map(writeContact)).toEqual([{ city: 'Rouen' }]);
  });

  it('keeps an emptied site, which is a change', () => {
    const line = saved({ related_contact_information: [{ city: 'Rouen' }] });
    const form = toFormValues(line);
    const emptied = toLineValues({ ...form, related_contact_information: [emptyContact()] }, line);
    expect(emptied.related_contact_information.map(writeContact)).toEqual([{ city: '' }]);
  });

  it('keeps unknown keys of a site', () => {
    const line = saved({
      related_contact_information: [{ ...CONTACT, region: 'Normandie' }, { city: 'Lyon' }],
    });
    const back = toLineValues(toFormValues(line), line);
    expect(back.related_contact_information.map(writeContact)).toEqual([
      { ...CONTACT, region: 'Normandie' },
      { city: 'Lyon' },
    ]);
  });

  it('shares no list with the line', () => {
    const line = saved({ option_ids: ['7021'] });
    const form = toFormValues(line);
    form.option_ids.push('2210');
    expect(line.option_ids).toEqual(['7021']);
  });
});

describe('a line that goes into its form and back', () => {
  const someText = fc.oneof(fc.constantFrom('', ' ', '0', 'true', 'null', '49.10'), fc.string());
  const recordOf = (names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, someText])), { requiredKeys: [] });
  const texts = CREATION_TABLE.filter(({ type }) => type !== 'array' && type !== 'boolean');
  const line = fc
    .tuple(
      recordOf(texts.map(({ name }) => name)),
      fc.constantFrom(true, false, null),
      fc.array(fc.constantFrom('7021', '2210', '0012')),
      fc.array(recordOf(CONTACT_TABLE.map(({ name }) => name)), { maxLength: 3 }),
    )
    .map(([fields, siret_known, option_ids, related_contact_information]) =>
      readOrderLine({
        ...fields,
        id: 'L',
        state: 'created',
        siret_known,
        option_ids,
        related_contact_information,
      }),
    );

  it('has not changed', () => {
    fc.assert(
      fc.property(line, (before) => {
        const after = toLineValues(toFormValues(before), before);
        expect(lineFieldValues(after)).toEqual(lineFieldValues(before));
        expect(smallestPatch(before, after)).toEqual({});
      }),
    );
  });

  it('on another base differs by its own values only', () => {
    fc.assert(
      fc.property(line, line, (base, typed) => {
        const after = toLineValues(toFormValues(typed), base);
        expect(changedFields(typed, after)).toEqual([]);
      }),
    );
  });
});
