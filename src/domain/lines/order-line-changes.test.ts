import { describe, expect, it } from 'vitest';
import { CONTACT_FIELDS, emptyContact, writeContact } from '~/contract/contact';
import { emptyLineValues, LINE_FIELDS, readOrderLine, writeLineValues } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import {
  compareEcho,
  creationValues,
  mergeLine,
  resolveConflicts,
  smallestPatch,
  unsavedFields,
  type Side,
} from './order-line-changes';

const SITE = 'related_contact_information.0';
const saved = (wire: object = {}) => readOrderLine({ ...CREATE_LINE_ANSWER, ...wire });
const withSite = (changes: object) => saved({ related_contact_information: [{ ...CONTACT, ...changes }] });
const body = (base = saved(), changes: object = {}) =>
  writeLineValues(smallestPatch(base, { ...base, ...changes }));

describe('the smallest PATCH', () => {
  it('is empty when nothing changed', () => {
    expect(body()).toEqual({});
  });

  it('carries the one field that changed', () => {
    expect(body(saved(), { enni: 'AZ001234' })).toEqual({ enni: 'AZ001234' });
    expect(body(saved(), { enni_2: 'AZ005678' })).toEqual({ enni_2: 'AZ005678' });
    expect(body(saved(), { cpe_networking_number: '' })).toEqual({ cpe_networking_number: '' });
  });

  it('carries the whole contact block for one change', () => {
    const base = withSite({ region: 'Normandie' });
    const mine = withSite({ region: 'Normandie', city: 'Rouen' });
    expect(writeLineValues(smallestPatch(base, mine))).toEqual({
      related_contact_information: [{ ...CONTACT, region: 'Normandie', city: 'Rouen' }],
    });
  });

  it.each(CONTACT_FIELDS)('carries the contact block with %s changed, and nothing else', (name) => {
    const base = withSite({ region: 'Normandie' });
    const value = ['latitude', 'longitude'].includes(name) ? '0.5' : ' Élysée 0033';
    const related_contact_information = base.related_contact_information.map((contact) => ({
      ...contact,
      [name]: value,
    }));
    const wire = { ...CONTACT, region: 'Normandie', [name]: value === '0.5' ? 0.5 : value };
    expect(body(base, { related_contact_information })).toEqual({ related_contact_information: [wire] });
  });

  it('adds the first contact of a line that had none', () => {
    const base = saved({ related_contact_information: null });
    const mine = { ...base, related_contact_information: [{ ...emptyContact(), city: 'Rouen' }] };
    expect(writeLineValues(smallestPatch(base, mine))).toEqual({
      related_contact_information: [{ city: 'Rouen' }],
    });
  });

  it('does not turn one way of "not filled" into another', () => {
    const base = saved({
      note: null,
      vlan_reference: null,
      option_ids: null,
      related_contact_information: null,
    });
    const mine = {
      ...base,
      ...emptyLineValues(),
      end_customer_name: base.end_customer_name,
      product_offering_id: base.product_offering_id,
      product_offering_qualification_item_id: base.product_offering_qualification_item_id,
      customer_order_name: base.customer_order_name,
      billing_site_ref: base.billing_site_ref,
      cpe_networking_number: base.cpe_networking_number,
      cpe_serial_number: base.cpe_serial_number,
      related_contact_information: [emptyContact()],
    };
    expect(smallestPatch(base, mine)).toEqual({});
  });

  it('takes a number written another way for the same number', () => {
    expect(body(saved({ vlan_reference: 1257 }), { vlan_reference: '1257.0' })).toEqual({});
    expect(body(saved({ vlan_reference: 0 }), { vlan_reference: ' ' })).toEqual({ vlan_reference: ' ' });
    expect(body(saved({ external_id: '1257' }), { external_id: '01257' })).toEqual({ external_id: '01257' });
  });

  it('never carries what may not change', () => {
    const typed = Object.fromEntries(LINE_FIELDS.map((field) => [field, 'typed']));
    const changes = { ...typed, option_ids: [], siret_known: null, related_contact_information: [] };
    const base = saved({ quote_item_id: 'Q', related_contact_information: [], offer_family: 'DIA' });
    const patch = smallestPatch(base, { ...base, ...changes, offer_family: 'DIA' });
    expect(Object.keys(patch).toSorted()).toEqual([
      'access_instructions',
      'additional_vlan_reference',
      'billing_site_ref',
      'cpe_networking_number',
      'cpe_serial_number',
      'delivery_mode',
      'enni_2',
      'external_id',
      'note',
      'project_id',
      'quote_item_id',
      'scheduled_delivery_date',
      'specific_request',
      'technical_note',
      'vlan_reference',
    ]);
  });

  it('of a line that is no draft is empty', () => {
    expect(body(saved({ state: 'in_progress' }), { note: 'late' })).toEqual({});
  });
});

describe('the body that creates a line', () => {
  it('holds what was filled and nothing else', () => {
    expect(creationValues(emptyLineValues())).toEqual({});
    const values = {
      ...emptyLineValues(),
      product_offering_id: '2173',
      option_ids: ['7021'],
      siret_known: false,
    };
    expect(writeLineValues(creationValues(values))).toEqual({
      product_offering_id: '2173',
      option_ids: ['7021'],
      siret_known: false,
    });
  });

  it('sets the fields that only creation can set', () => {
    const values = { ...emptyLineValues(), offer_family: 'BPE', offer_technology: 'FIBDE' };
    expect(creationValues(values)).toEqual({ offer_family: 'BPE', offer_technology: 'FIBDE' });
  });

  it('leaves the ENNI of a DIA offer out', () => {
    const values = { ...emptyLineValues(), offer_family: 'DIA', enni: 'AZ001234', enni_2: 'AZ005678' };
    expect(creationValues(values)).toEqual({ offer_family: 'DIA', enni_2: 'AZ005678' });
  });

  it('sends the filled values of a contact only', () => {
    const filled = { ...emptyLineValues(), related_contact_information: [{ ...emptyContact(), siret: '0' }] };
    expect(writeLineValues(creationValues(filled))).toEqual({
      related_contact_information: [{ siret: '0' }],
    });
    expect(creationValues({ ...emptyLineValues(), related_contact_information: [emptyContact()] })).toEqual(
      {},
    );
  });
});

describe('the echo', () => {
  it('that is what was sent shows no difference', () => {
    expect(compareEcho({ enni: 'A', vlan_reference: '1257' }, saved({ enni: 'A' }))).toEqual([]);
    expect(compareEcho({ note: '' }, saved({ note: null }))).toEqual([]);
  });

  it('that replaces the ENNI of a DIA line is told', () => {
    const answer = saved({ offer_family: 'DIA', enni: 'COMPUTED' });
    expect(compareEcho({ enni: 'TYPED' }, answer)).toEqual([
      { key: 'enni', sent: 'TYPED', stored: 'COMPUTED' },
    ]);
  });

  it('is compared by value in the contact', () => {
    const sent = withSite({ city: 'ROUEN', latitude: '49.47440770' });
    const answer = withSite({ city: 'Rouen' });
    expect(compareEcho({ related_contact_information: sent.related_contact_information }, answer)).toEqual([
      { key: `${SITE}.city`, sent: 'ROUEN', stored: 'Rouen' },
    ]);
  });

  it('without the sent contact shows each value lost', () => {
    const sent = { related_contact_information: [{ ...emptyContact(), city: 'Rouen' }] };
    expect(compareEcho(sent, saved({ related_contact_information: [] }))).toEqual([
      { key: `${SITE}.city`, sent: 'Rouen', stored: '' },
    ]);
  });

  it('that misses a field does not call it empty', () => {
    const { note: _, ...rest } = CREATE_LINE_ANSWER;
    expect(compareEcho({ note: 'x', specific_request: 'y' }, readOrderLine(rest))).toEqual([
      { key: 'note', sent: 'x', stored: undefined },
      { key: 'specific_request', sent: 'y', stored: undefined },
    ]);
  });

  it('says nothing of what was not sent', () => {
    expect(compareEcho({}, saved({ enni: 'COMPUTED' }))).toEqual([]);
  });
});

describe('a merge', () => {
  const base = saved({ enni: 'A', note: 'base' });

  it('takes what one side changed from either side', () => {
    const merged = mergeLine(base, { ...base, enni: 'B' }, { ...base, note: 'theirs' });
    expect(merged).toEqual({
      values: { ...base, enni: 'B', note: 'theirs' },
      conflicts: [],
      theirChanges: ['note'],
    });
  });

  it('asks about different changes of the same field', () => {
    const merged = mergeLine(base, { ...base, note: 'mine' }, { ...base, note: 'theirs' });
    expect(merged.values.note).toBe('theirs');
    expect(merged.conflicts).toEqual([{ key: 'note', base: 'base', mine: 'mine', theirs: 'theirs' }]);
  });

  it('asks nothing where both changed it to the same', () => {
    const merged = mergeLine(base, { ...base, note: 'new' }, { ...base, note: 'new' });
    expect(merged.conflicts).toEqual([]);
    expect(merged.theirChanges).toEqual([]);
    expect(merged.values.note).toBe('new');
  });

  it('merges within one contact and keeps unknown keys', () => {
    const mine = withSite({ city: 'Rouen' });
    const theirs = withSite({ postcode: '76000', region: 'Normandie' });
    const { values, conflicts } = mergeLine(saved(), mine, theirs);
    expect(conflicts).toEqual([]);
    expect(values.related_contact_information.map(writeContact)).toEqual([
      { ...CONTACT, city: 'Rouen', postcode: '76000', region: 'Normandie' },
    ]);
  });

  it('keeps a contact that one side added', () => {
    const two = saved({ related_contact_information: [CONTACT, { city: 'Lyon' }] });
    expect(
      mergeLine(saved(), saved(), two).values.related_contact_information.map(({ city }) => city),
    ).toEqual(['Mont-Saint-Aignan', 'Lyon']);
    expect(
      mergeLine(saved(), two, saved()).values.related_contact_information.map(({ city }) => city),
    ).toEqual(['Mont-Saint-Aignan', 'Lyon']);
  });
});

describe('text that cannot be saved', () => {
  it('is what was typed and is not in the line', () => {
    const base = saved({ note: 'Before', enni: 'AZ1' });
    const mine = { ...base, note: 'Mine', enni: 'AZ2' };
    expect(unsavedFields(base, mine, base)).toEqual(['note', 'enni']);
    expect(unsavedFields(base, mine, { ...base, note: 'Mine', technical_note: 'Theirs' })).toEqual(['enni']);
    expect(unsavedFields(base, mine, { ...mine, technical_note: 'Theirs' })).toEqual([]);
  });
});

describe('a decided conflict', () => {
  const base = withSite({});
  const mine = { ...withSite({ city: 'Rouen', postcode: '76000' }), note: 'mine' };
  const theirs = { ...withSite({ city: 'Lyon', region: 'Rhône' }), note: 'theirs', enni: 'THEIRS' };
  const decide = (choices: Readonly<Record<string, Side>>) =>
    resolveConflicts({ base, mine, theirs }, new Map(Object.entries(choices)));

  it('is one no more, and the rest merges as before', () => {
    expect(mergeLine(base, mine, theirs).conflicts.map(({ key }) => key)).toEqual(['note', `${SITE}.city`]);
    const settled = decide({ note: 'theirs', [`${SITE}.city`]: 'mine' });
    const { values, conflicts } = mergeLine(settled.base, settled.mine, theirs);
    expect(conflicts).toEqual([]);
    expect([values.note, values.enni]).toEqual(['theirs', 'THEIRS']);
    expect(values.related_contact_information.map(writeContact)).toEqual([
      { ...CONTACT, region: 'Rhône', city: 'Rouen', postcode: '76000' },
    ]);
  });

  it('leaves what was not decided a conflict', () => {
    const settled = decide({ note: 'mine' });
    expect(mergeLine(settled.base, settled.mine, theirs).conflicts.map(({ key }) => key)).toEqual([
      `${SITE}.city`,
    ]);
  });

  it('is a conflict again when they change it once more', () => {
    const settled = decide({ note: 'mine', [`${SITE}.city`]: 'theirs' });
    const later = { ...theirs, note: 'theirs again' };
    expect(mergeLine(settled.base, settled.mine, later).conflicts).toEqual([
      { key: 'note', base: 'theirs', mine: 'mine', theirs: 'theirs again' },
    ]);
  });

  it('empties again what I emptied and they changed', () => {
    const settled = resolveConflicts(
      { base: saved({ note: 'base' }), mine: saved({ note: '' }), theirs },
      new Map([['note', 'mine']]),
    );
    expect(mergeLine(settled.base, settled.mine, theirs).values.note).toBe('');
  });

  it('that nobody decided changes nothing', () => {
    expect(decide({})).toEqual({ base, mine });
  });
});
