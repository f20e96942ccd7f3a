import { describe, expect, it } from 'vitest';
import { readCart } from '~/contract/cart';
import { emptyLineValues, readOrderLine } from '~/contract/order-line';
import { CONFIRMED_LINE, CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { CONTACT_TABLE, CREATION_TABLE } from '~/contract/samples/tables';
import {
  blockingIssues,
  cartReadiness,
  CONTACT_REQUIRED_TO_CONFIRM,
  lineIssues,
  missingToCreate,
  openCounts,
  REQUIRED_TO_CREATE,
} from './confirmation-readiness';

const TODAY = '2025-06-01';
const SITE = 'related_contact_information.0';
const DURING_CONFIRMATION = /^Yes \(during confirmation only/;

/** A line of which nothing is missing: the document's, without the CPE that its options do not bring. */
const COMPLETE = {
  ...CREATE_LINE_ANSWER,
  enni: 'AZ001234',
  cpe_network_number: '',
  cpe_serial_number: '',
  related_contact_information: [{ ...CONTACT, siret: '' }],
};
const line = (changes: object = {}) => readOrderLine({ ...COMPLETE, ...changes });
const site = (changes: object) =>
  line({ related_contact_information: [{ ...CONTACT, siret: '', ...changes }] });
const blocking = (changes: object = {}) =>
  blockingIssues(line(changes), TODAY).map(({ key, code }) => [key, code]);

describe('the required fields', () => {
  it('of creation are those with an unconditional Yes', () => {
    const required = CREATION_TABLE.filter((row) => row.required === 'Yes').map(({ name }) => name);
    expect([...REQUIRED_TO_CREATE]).toEqual(required);
    expect(missingToCreate(emptyLineValues()).map(({ key }) => key)).toEqual(required);
    expect(missingToCreate(line())).toEqual([]);
  });

  it('of confirmation are the ENNI and the contact block', () => {
    const required = CREATION_TABLE.filter((row) => DURING_CONFIRMATION.test(row.required)).map(
      ({ name }) => name,
    );
    expect(required).toEqual(['enni', 'related_contact_information']);
  });

  it('of the contact are those of its table', () => {
    const required = CONTACT_TABLE.filter((row) => DURING_CONFIRMATION.test(row.required)).map(
      ({ name }) => name,
    );
    expect([...CONTACT_REQUIRED_TO_CONFIRM]).toEqual(required);
  });
});

describe('a line', () => {
  it('that has all of them is ready', () => {
    expect(lineIssues(line(), TODAY)).toEqual([]);
  });

  it.each([...REQUIRED_TO_CREATE, 'enni'])('is held up by an empty %s', (field) => {
    for (const empty of ['', ' ', null]) expect(blocking({ [field]: empty })).toEqual([[field, 'required']]);
  });

  it.each([...CONTACT_REQUIRED_TO_CONFIRM])("is held up by the site's empty %s", (field) => {
    expect(blockingIssues(site({ [field]: '' }), TODAY)).toEqual([
      { key: `${SITE}.${field}`, severity: 'error', code: 'required' },
    ]);
  });

  it.each(CONTACT_TABLE.filter(({ required }) => required === 'No').map(({ name }) => name))(
    "is not held up by the site's empty %s",
    (field) => {
      expect(blockingIssues(site({ [field]: '' }), TODAY)).toEqual([]);
    },
  );

  it('without a contact block misses all its fields', () => {
    for (const none of [null, [], [{}]]) {
      expect(blocking({ related_contact_information: none })).toEqual(
        CONTACT_REQUIRED_TO_CONFIRM.map((field) => [`${SITE}.${field}`, 'required']),
      );
    }
  });

  it('names its open points in the order of the tables', () => {
    expect(blocking({ related_contact_information: [], enni: '', product_offering_id: '' })).toEqual([
      ['product_offering_id', 'required'],
      ['enni', 'required'],
      ...CONTACT_REQUIRED_TO_CONFIRM.map((field) => [`${SITE}.${field}`, 'required']),
    ]);
  });

  it('needs no ENNI for DIA', () => {
    expect(blocking({ enni: '', offer_family: 'DIA' })).toEqual([]);
  });

  it.each([
    [true, '', [[`${SITE}.siret`, 'required']]],
    [true, '73282932000074', []],
    [false, '', []],
    [null, '', []],
  ])('with siret_known %j and SIRET "%s" has issues %j', (siret_known, siret, open) => {
    const values = readOrderLine({
      ...COMPLETE,
      siret_known,
      related_contact_information: [{ ...CONTACT, siret }],
    });
    expect(blockingIssues(values, TODAY).map(({ key, code }) => [key, code])).toEqual(open);
  });
});

describe('option 7021 ("Confirming the Order Session")', () => {
  const withOption = { option_ids: ['2210', '7021'] };
  const cpe = { cpe_networking_number: 'NET', cpe_serial_number: 'SR' };

  it('asks for both CPE numbers', () => {
    expect(blocking(withOption)).toEqual([
      ['cpe_networking_number', 'required-for-cpe'],
      ['cpe_serial_number', 'required-for-cpe'],
    ]);
    expect(blocking({ ...withOption, cpe_serial_number: 'SR' })).toEqual([
      ['cpe_networking_number', 'required-for-cpe'],
    ]);
    expect(blocking({ ...withOption, cpe_network_number: 'NET', cpe_serial_number: 'SR' })).toEqual([]);
  });

  it('when it is absent wants both empty', () => {
    const { cpe_network_number: _, ...unnamed } = COMPLETE;
    const issues = blockingIssues(readOrderLine({ ...unnamed, ...cpe }), TODAY);
    expect(issues.map(({ key, code }) => [key, code])).toEqual([
      ['cpe_networking_number', 'empty-without-cpe'],
      ['cpe_serial_number', 'empty-without-cpe'],
    ]);
  });
});

describe('formats', () => {
  it('that are wrong hold the line up', () => {
    expect(blocking({ vlan_reference: 5000 })).toEqual([['vlan_reference', 'vlan']]);
    expect(blockingIssues(site({ contact2_email_address: 'jane' }), TODAY)).toEqual([
      { key: `${SITE}.contact2_email_address`, severity: 'error', code: 'email' },
    ]);
  });

  it('that are doubtful are shown and hold nothing up', () => {
    const doubtful = site({ siret: '00000000000000' });
    expect(lineIssues(doubtful, TODAY)).toEqual([
      { key: `${SITE}.siret`, severity: 'warning', code: 'siret-zeros' },
    ]);
    expect(blockingIssues(doubtful, TODAY)).toEqual([]);
  });

  it('of a second contact are checked too', () => {
    const second = line({ related_contact_information: [{ ...CONTACT, siret: '' }, { postcode: '7613' }] });
    expect(blockingIssues(second, TODAY)).toEqual([
      { key: 'related_contact_information.1.postcode', severity: 'error', code: 'postcode' },
    ]);
  });
});

describe('a cart', () => {
  const cart = (items: unknown[], more: object = {}) =>
    cartReadiness(readCart({ id: 'C', product_order_item: items, ...more }), TODAY);
  const incomplete = { ...COMPLETE, id: 'L2', enni: '', offer_family: 'BPE' };

  it('with complete drafts can be confirmed', () => {
    expect(cart([COMPLETE, { ...COMPLETE, id: 'L2' }])).toMatchObject({ readyCount: 2, refusal: null });
  });

  it.each([
    ['without lines', [], {}, 'no-lines'],
    ['with an incomplete line', [COMPLETE, incomplete], {}, 'incomplete'],
    ['with a line that cannot be read', [COMPLETE, { note: 'no id' }], {}, 'unreadable-line'],
    ['with a confirmed line', [CONFIRMED_LINE], {}, 'not-draft'],
    ['with a draft beside a confirmed line', [COMPLETE, CONFIRMED_LINE], {}, 'not-draft'],
    ['that says in_progress', [COMPLETE], { state: 'in_progress' }, 'not-draft'],
    ['that says completed, without lines', [], { state: 'completed' }, 'not-draft'],
  ])('%s is refused', (_, items, more, refusal) => {
    expect(cart(items, more).refusal).toBe(refusal);
  });

  it.each(['created', '', 'frozen'])('of drafts in state %j is left to the API', (state) => {
    expect(cart([COMPLETE], { state }).refusal).toBeNull();
  });

  it('without offer families leaves a missing ENNI open', () => {
    const { offer_family: _, ...untold } = { ...incomplete };
    expect(cart([untold])).toMatchObject({ readyCount: 1, refusal: null });
  });

  it('tells line by line what is open', () => {
    const { lines, readyCount } = cart([COMPLETE, incomplete]);
    expect(readyCount).toBe(1);
    expect(lines.map(({ line, blocking }) => [line.id, blocking.map(({ key }) => key)])).toEqual([
      [COMPLETE.id, []],
      ['L2', ['enni']],
    ]);
  });
});

describe('the count of open points', () => {
  it('counts missing and wrong values without doubts', () => {
    const line = readOrderLine({
      ...COMPLETE,
      enni: '',
      option_ids: ['7021'],
      cpe_serial_number: 'SR-1',
      vlan_reference: 9000,
      related_contact_information: [{ ...CONTACT, postcode: '7613' }],
    });
    // The ENNI and the CPE's network number are missing; VLAN and postcode are wrong; the SIRET of zeros is a doubt.
    expect(openCounts(lineIssues(line, TODAY))).toEqual({ missing: 2, wrong: 2 });
  });

  it('calls a CPE number that should be empty wrong', () => {
    const line = readOrderLine({ ...COMPLETE, cpe_serial_number: 'SR-1' });
    expect(openCounts(lineIssues(line, TODAY))).toEqual({ missing: 0, wrong: 1 });
  });
});
