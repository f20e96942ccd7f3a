import { describe, expect, it } from 'vitest';
import { CONTACT_FIELDS } from '~/contract/contact';
import { LINE_FIELDS, readOrderLine } from '~/contract/order-line';
import { CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import { english } from '~/i18n/whole-catalogues';
import { lineSummary } from './line-summary';

const LINE = readOrderLine({
  ...CREATE_LINE_REQUEST,
  id: 'L',
  option_ids: ['2210', '7021'],
  note: 'Sonner',
  technical_note: 'GTL',
  project_id: 'PRJ',
  delivery_mode: 'DISTRI',
  enni2: 'AZ2',
  related_contact_information: [
    Object.fromEntries(CONTACT_FIELDS.map((field, index) => [field, `${index + 1}`])),
  ],
});

describe('the summary of a line', () => {
  it('shows every field that is filled, each once', () => {
    const keys = lineSummary(LINE, english).flatMap(({ facts }) => facts.map(({ key }) => key));
    const expected = [
      ...LINE_FIELDS.filter((field) => field !== 'related_contact_information'),
      ...CONTACT_FIELDS.map((field) => `related_contact_information.0.${field}`),
    ];
    expect(keys.toSorted()).toEqual(expected.toSorted());
  });

  it('leaves out what is empty, except what is asked for', () => {
    const empty = readOrderLine({ id: 'L', enni: 'AZ1' });
    expect(lineSummary(empty, english).flatMap(({ facts }) => facts)).toHaveLength(1);
    const also = ['note', 'related_contact_information.0.city'];
    expect(lineSummary(empty, english, also).flatMap(({ facts }) => facts.map(({ label }) => label))).toEqual(
      ['ENNI', 'City', 'Note'],
    );
  });

  it('shows booleans as words and options as a list', () => {
    const facts = lineSummary(LINE, english).flatMap((section) => section.facts);
    expect(facts.find(({ key }) => key === 'siret_known')?.value).toBe('Yes');
    expect(facts.find(({ key }) => key === 'option_ids')?.value).toBe('2210, 7021');
  });

  it('names each site after the first, and its contacts', () => {
    const line = readOrderLine({
      id: 'L',
      related_contact_information: [
        { city: 'Rouen', contact1_firstname: 'Zoé' },
        { city: 'Lyon', contact1_firstname: 'Ali', contact2_firstname: 'Eve' },
      ],
    });
    expect(
      lineSummary(line, english).map(({ title, facts, site }) => [
        title,
        site,
        facts.map(({ value }) => value),
      ]),
    ).toEqual([
      ['Site', 0, ['Rouen']],
      ['Site 2', 1, ['Lyon']],
      ['On-site contact', undefined, ['Zoé']],
      ['Site 2 – On-site contact', undefined, ['Ali']],
      ['Site 2 – Second contact', undefined, ['Eve']],
    ]);
  });
});
