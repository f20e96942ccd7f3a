import { describe, expect, it } from 'vitest';
import { emptyContact } from '~/contract/contact';
import { emptyLineValues } from '~/contract/order-line';
import { CREATION_TABLE } from '~/contract/samples/tables';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { inScreenOrder, isCode, LINE_SECTIONS, SECTION_ORDER, sectionOf } from './line-sections';

const LEAVES = [
  ...lineFieldValues({
    ...emptyLineValues(),
    related_contact_information: [emptyContact(), emptyContact()],
  }).keys(),
];
const SITE = 'related_contact_information.0';

describe('the sections', () => {
  it('draw every field of a line once', () => {
    const drawn = Object.values(LINE_SECTIONS).flatMap((rows) => rows.map(({ field }) => field));
    const fields = CREATION_TABLE.map(({ name }) => name).filter(
      (name) => name !== 'related_contact_information',
    );
    expect([...drawn, 'siret_known'].toSorted()).toEqual(fields.toSorted());
  });

  it('are shown each once', () => {
    expect(SECTION_ORDER.toSorted()).toEqual([...Object.keys(LINE_SECTIONS), 'site', 'contacts'].toSorted());
  });
});

describe('a field', () => {
  it('stands in the section that draws it', () => {
    for (const [section, rows] of Object.entries(LINE_SECTIONS)) {
      for (const { field } of rows) expect([field, sectionOf(field)]).toEqual([field, section]);
    }
  });

  it.each([
    [`${SITE}.siret`, 'site'],
    [`${SITE}.end_customer_name`, 'site'],
    [`${SITE}.city`, 'site'],
    ['siret_known', 'site'],
    [`${SITE}.contact1_firstname`, 'contacts'],
    ['related_contact_information.1.contact2_phone_number', 'contacts'],
  ])('%s stands in %s', (key, section) => {
    expect(sectionOf(key)).toBe(section);
  });
});

it.each([
  ['external_id', true],
  ['enni_2', true],
  [`${SITE}.siret`, true],
  [`${SITE}.contact2_phone_number`, true],
  [`${SITE}.city`, false],
  ['end_customer_name', false],
  ['note', false],
])('%s is a code to copy: %s', (key, isCopied) => {
  expect(isCode(key)).toBe(isCopied);
});

describe('the order of the screen', () => {
  const sorted = inScreenOrder(LEAVES.map((key) => ({ key }))).map(({ key }) => key);

  it('holds every field once', () => {
    expect(sorted.toSorted()).toEqual(LEAVES.toSorted());
  });

  it('goes section by section', () => {
    const sections = sorted.map(sectionOf);
    expect(sections.filter((section, index) => section !== sections[index - 1])).toEqual(SECTION_ORDER);
  });

  it('goes by section, site and field', () => {
    expect(sorted.slice(0, 3)).toEqual(['end_customer_name', 'customer_order_name', 'external_id']);
    const sites = sorted.filter((key) => sectionOf(key) === 'site' && key !== 'siret_known');
    expect(sites.map((key) => key.split('.')[1])).toEqual([
      ...Array<string>(12).fill('0'),
      ...Array<string>(12).fill('1'),
    ]);
  });

  it('changes nothing that it is given', () => {
    const given = [{ key: 'note' }, { key: 'enni' }];
    expect(inScreenOrder(given)).toEqual([{ key: 'enni' }, { key: 'note' }]);
    expect(given).toEqual([{ key: 'note' }, { key: 'enni' }]);
  });
});
