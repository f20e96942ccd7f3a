import { describe, expect, it } from 'vitest';
import { readOrderLine, writeLineValues } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { smallestPatch } from '~/domain/lines/order-line-changes';
import type { LineAction } from './line-actions';
import { planLine } from './plan-changes';

/** The block of the document's example, with keys that its table does not name. */
const BLOCK = { ...CONTACT, region: 'Normandie', access: { code: '12A', floors: [1, 2] } };
const OTHER = { ...CONTACT, city: 'Rouen', postcode: '76000', contact1_lastname: 'Petit' };
const saved = (wire: object = {}) =>
  readOrderLine({
    ...CREATE_LINE_ANSWER,
    quote_item_id: '',
    option_ids: ['2210', '2220'],
    note: 'Acces par la cour',
    cpe_networking_number: '',
    cpe_serial_number: '',
    related_contact_information: [BLOCK],
    ...wire,
  });
const site = (field: string) => `related_contact_information.0.${field}`;
const set = (field: string, value: string | boolean | null): LineAction => ({ kind: 'set', field, value });
const empty = (field: string): LineAction => ({ kind: 'empty', field });
const replace = (field: string, search: string, replacement: string): LineAction => ({
  kind: 'replace',
  field,
  search,
  replacement,
});
const block = (changes: object) => ({ related_contact_information: [{ ...BLOCK, ...changes }] });

const [from] = readOrderLine({ id: '2', related_contact_information: [OTHER] }).related_contact_information;
if (!from) throw new Error('The example has a contact');
const take = (part: 'site' | 'contact1' | 'contact2'): LineAction => ({ kind: 'take', part, from });
const option = (kind: 'add-option' | 'remove-option', id: string): LineAction => ({ kind, option: id });
const CPE = { cpe_networking_number: 'NET-1', cpe_serial_number: 'SR-1', option_ids: ['2210', '7021'] };

const BODIES: readonly (readonly [string, LineAction[], object, object])[] = [
  ['end customer', [set('end_customer_name', 'Kerbrat')], {}, { end_customer_name: 'Kerbrat' }],
  ['reference', [set('external_id', 'S-1')], {}, { external_id: 'S-1' }],
  ['note', [set('note', 'Appeler')], {}, { note: 'Appeler' }],
  ['technical note', [set('technical_note', 'Baie 2')], {}, { technical_note: 'Baie 2' }],
  ['offer', [set('product_offering_id', '2174')], {}, { product_offering_id: '2174' }],
  [
    'eligibility item',
    [set('product_offering_qualification_item_id', 'e-2')],
    {},
    { product_offering_qualification_item_id: 'e-2' },
  ],
  ['project', [set('project_id', 'P-7')], {}, { project_id: 'P-7' }],
  ['delivery mode', [set('delivery_mode', 'FTTO')], {}, { delivery_mode: 'FTTO' }],
  ['ENNI', [set('enni', 'AZ009999')], {}, { enni: 'AZ009999' }],
  ['secondary ENNI', [set('enni_2', 'AZ008888')], {}, { enni_2: 'AZ008888' }],
  ['VLAN', [set('vlan_reference', '1300')], {}, { vlan_reference: 1300 }],
  ['order name', [set('customer_order_name', 'Lot 2')], {}, { customer_order_name: 'Lot 2' }],
  ['business code', [set('business_code', 'ZZ9')], {}, { business_code: 'ZZ9' }],
  ['billing site', [set('billing_site_ref', 'AUX1')], {}, { billing_site_ref: 'AUX1' }],
  ['SIRET is known', [set('siret_known', false)], { siret_known: true }, { siret_known: false }],
  ['additional VLAN', [set('additional_vlan_reference', '12')], {}, { additional_vlan_reference: '12' }],
  ['specific request', [set('specific_request', 'Nacelle')], {}, { specific_request: 'Nacelle' }],
  ['access', [set('access_instructions', 'Gardien')], {}, { access_instructions: 'Gardien' }],
  [
    'delivery date',
    [set('scheduled_delivery_date', '2026-09-21')],
    {},
    { scheduled_delivery_date: '2026-09-21' },
  ],
  ['CPE numbers', [set('cpe_serial_number', 'SR-2')], CPE, { cpe_serial_number: 'SR-2' }],
  ['an emptied note', [empty('note')], {}, { note: '' }],
  ['an emptied VLAN', [empty('vlan_reference')], {}, { vlan_reference: '' }],
  [
    'an emptied date',
    [empty('scheduled_delivery_date')],
    { scheduled_delivery_date: '2025-09-21' },
    { scheduled_delivery_date: '' },
  ],
  ['an emptied yes or no', [empty('siret_known')], { siret_known: true }, { siret_known: null }],
  ['an added option', [option('add-option', '1615')], {}, { option_ids: ['2210', '2220', '1615'] }],
  ['a removed option', [option('remove-option', '2210')], {}, { option_ids: ['2220'] }],
  ['the CPE option', [option('add-option', '7021')], {}, { option_ids: ['2210', '2220', '7021'] }],
  [
    'the CPE option gone',
    [option('remove-option', '7021')],
    CPE,
    { option_ids: ['2210'], cpe_networking_number: '', cpe_serial_number: '' },
  ],
  [
    'the CPE option swapped',
    [option('remove-option', '7021'), option('add-option', '1615')],
    CPE,
    { option_ids: ['2210', '1615'], cpe_networking_number: '', cpe_serial_number: '' },
  ],
  ['replaced text', [replace('note', 'cour', 'rue')], {}, { note: 'Acces par la rue' }],
  ['every occurrence', [replace('note', 'a', '$&')], {}, { note: 'Acces p$&r l$& cour' }],
  ['the city', [set(site('city'), 'Le Havre')], {}, block({ city: 'Le Havre' })],
  [
    'an emptied extension',
    [empty(site('street_number_extension'))],
    {},
    block({ street_number_extension: '' }),
  ],
  ['the latitude', [set(site('latitude'), '48.5')], {}, block({ latitude: 48.5 })],
  [
    'an on-site phone',
    [set(site('contact1_phone_number'), '0145454545')],
    {},
    block({ contact1_phone_number: '0145454545' }),
  ],
  [
    'text in the street',
    [replace(site('street_name'), 'Rue', 'Avenue')],
    {},
    block({ street_name: 'Avenue Andrei Sakharov' }),
  ],
  ['a whole site', [take('site')], {}, block({ city: 'Rouen', postcode: '76000' })],
  ['a whole contact', [take('contact1')], {}, block({ contact1_lastname: 'Petit' })],
  [
    'a site that is the first',
    [set(site('city'), 'Rouen')],
    { related_contact_information: null },
    { related_contact_information: [{ city: 'Rouen' }] },
  ],
  [
    'the first of two sites',
    [set(site('city'), 'Rouen')],
    { related_contact_information: [BLOCK, OTHER] },
    { related_contact_information: [{ ...BLOCK, city: 'Rouen' }, OTHER] },
  ],
  [
    'a date and a contact',
    [set('scheduled_delivery_date', '2026-09-21'), take('contact1')],
    {},
    { scheduled_delivery_date: '2026-09-21', ...block({ contact1_lastname: 'Petit' }) },
  ],
  [
    'the fields that a quote leaves',
    [set('business_code', 'ZZ9'), set('note', 'Appeler')],
    { quote_item_id: 'Q-1' },
    { note: 'Appeler' },
  ],
];

describe('the PATCH of a bulk change', () => {
  it.each(BODIES)('of %s carries nothing else', (_, actions, wire, body) => {
    const line = saved(wire);
    const planned = planLine(line, actions);
    expect(planned.kind === 'change' && writeLineValues(smallestPatch(line, planned.values))).toEqual(body);
  });

  it('has forty forms or more here', () => {
    expect(BODIES.length).toBeGreaterThanOrEqual(40);
  });
});
