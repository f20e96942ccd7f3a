import type { TerminationError } from '~/contract/order-line';

export interface Offer {
  readonly product_offering_id: string;
  readonly offer_family: 'BPE' | 'BPEA' | 'DIA';
  readonly offer_technology: string;
}

export const OFFERS: readonly [Offer, ...Offer[]] = [
  { product_offering_id: '2173', offer_family: 'BPE', offer_technology: 'FIBDE' },
  { product_offering_id: '2174', offer_family: 'BPE', offer_technology: 'FIBDE' },
  { product_offering_id: '2181', offer_family: 'BPEA', offer_technology: 'FIBMU' },
  { product_offering_id: '2182', offer_family: 'BPEA', offer_technology: 'FIBMU' },
  { product_offering_id: '2190', offer_family: 'DIA', offer_technology: 'FIBDE' },
  {
    product_offering_id: 'b99fce70-d195-41ed-b029-9b75c62ecd7c',
    offer_family: 'BPE',
    offer_technology: 'FIBDE',
  },
];

export const OPTIONS = ['2210', '2220', '1615', '1620'] as const;

/** Why the operator refused an order, in the several spellings of a path that its services use. */
export const TERMINATION_ERRORS: readonly [TerminationError, ...TerminationError[]] = [
  {
    code: 'INVALID_SIRET',
    property_path: 'related_contact_information[0].siret',
    value: '00000000000000',
  },
  { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ000000' },
  {
    code: 'INSEE_MISMATCH',
    property_path: 'related_contact_information/0/insee_code',
    value: '99999',
  },
  {
    code: 'ELIGIBILITY_EXPIRED',
    property_path: 'product_offering_qualification_item_id',
    value: '',
  },
  { code: 'VLAN_IN_USE', property_path: 'vlan_reference', value: '1257' },
  { code: 'OFFER_NOT_AVAILABLE', property_path: 'product_offering_id', value: '2173' },
  {
    code: 'UNREACHABLE_CONTACT',
    property_path: 'related_contact_information.0.contact1_phone_number',
    value: '0000000000',
  },
];
