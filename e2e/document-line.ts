import { CONTACT, CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import type { Entry } from './steps';

/*
 * The example of "Creating an Order Line", as a person types it and as the page sends it. Its CPE numbers need option
 * 7021, so its options have it here.
 */

const OPTIONS = [...CREATE_LINE_REQUEST.option_ids, '7021'];
const ON_SITE = 'Contact sur site';
const SECOND = 'Second contact';
export const ADD_SECOND_CONTACT = 'Ajouter un second contact';

/** The fields in the order of the form, up to the first contact. */
export const TYPED_LINE: readonly Entry[] = [
  { label: 'Client final', value: CREATE_LINE_REQUEST.end_customer_name },
  { label: 'Nom de la commande', value: CREATE_LINE_REQUEST.customer_order_name },
  { label: 'Votre référence', value: CREATE_LINE_REQUEST.external_id },
  { label: 'Code affaire', value: CREATE_LINE_REQUEST.business_code },
  { label: 'Site de facturation', value: CREATE_LINE_REQUEST.billing_site_ref },
  { label: 'Offre', value: CREATE_LINE_REQUEST.product_offering_id },
  { label: "Élément d'éligibilité", value: CREATE_LINE_REQUEST.product_offering_qualification_item_id },
  { label: 'Ligne de devis', value: CREATE_LINE_REQUEST.quote_item_id },
  { label: "Famille d'offres", value: CREATE_LINE_REQUEST.offer_family },
  { label: 'Technologie', value: CREATE_LINE_REQUEST.offer_technology },
  ...OPTIONS.map((value) => ({ label: 'Options', value })),
  { label: 'Numéro réseau du CPE', value: CREATE_LINE_REQUEST.cpe_network_number },
  { label: 'Numéro de série du CPE', value: CREATE_LINE_REQUEST.cpe_serial_number },
  { label: 'Porte ENNI', value: CREATE_LINE_REQUEST.enni },
  { label: 'VLAN', value: CREATE_LINE_REQUEST.vlan_reference },
  { label: 'VLAN additionnel', value: CREATE_LINE_REQUEST.additional_vlan_reference },
  { label: 'Société sur site', value: CONTACT.end_customer_name },
  { label: 'SIRET connu', value: 'Oui' },
  { label: 'SIRET', value: CONTACT.siret },
  { label: 'Numéro', value: CONTACT.street_number },
  { label: 'Extension (bis, ter, B…)', value: CONTACT.street_number_extension },
  { label: 'Voie', value: CONTACT.street_name },
  { label: 'Code postal', value: CONTACT.postcode },
  { label: 'Code INSEE', value: CONTACT.insee_code },
  { label: 'Commune', value: CONTACT.city },
  { label: 'Étage', value: CONTACT.level_number },
  { label: 'Latitude', value: String(CONTACT.latitude) },
  { label: 'Longitude', value: String(CONTACT.longitude) },
  { label: 'Prénom', value: CONTACT.contact1_firstname, group: ON_SITE },
  { label: 'Nom', value: CONTACT.contact1_lastname, group: ON_SITE },
  { label: 'E-mail', value: CONTACT.contact1_email_address, group: ON_SITE },
  { label: 'Téléphone', value: CONTACT.contact1_phone_number, group: ON_SITE },
];

/** After "Ajouter un second contact". */
export const TYPED_SECOND_CONTACT: readonly Entry[] = [
  { label: 'Prénom', value: CONTACT.contact2_firstname, group: SECOND },
  { label: 'Nom', value: CONTACT.contact2_lastname, group: SECOND },
  { label: 'E-mail', value: CONTACT.contact2_email_address, group: SECOND },
  { label: 'Téléphone', value: CONTACT.contact2_phone_number, group: SECOND },
];

export const TYPED_DELIVERY: readonly Entry[] = [
  { label: 'Date de livraison souhaitée', value: CREATE_LINE_REQUEST.scheduled_delivery_date },
  { label: "Consignes d'accès", value: CREATE_LINE_REQUEST.access_instructions },
  { label: 'Demande spécifique', value: CREATE_LINE_REQUEST.specific_request },
];

/** The body of the creation: the types of the tables and, before the server has shown a spelling, their names. */
export const SENT_LINE = {
  end_customer_name: 'Covage',
  external_id: '6789',
  option_ids: ['2210', '2220', '1615', '7021'],
  product_offering_id: '2173',
  product_offering_qualification_item_id: '{eligibility_id}',
  quote_item_id: '{quote_id}',
  enni: 'AZ001234',
  vlan_reference: 1257,
  customer_order_name: 'john Doe',
  business_code: 'AB123',
  billing_site_ref: 'AUX99',
  siret_known: true,
  additional_vlan_reference: '1258',
  offer_family: 'BPE',
  offer_technology: 'FIBDE',
  specific_request: 'Demande de raccordement spécifique',
  access_instructions: 'Prendre la grande porte',
  scheduled_delivery_date: '2025-09-21',
  cpe_networking_number: 'NET-123456',
  cpe_serial_number: 'SR-123456',
  related_contact_information: [
    {
      end_customer_name: 'Covage corp',
      siret: '00000000000000',
      contact1_email_address: 'John.Doe@unknown.com',
      contact1_firstname: 'John',
      contact1_lastname: 'Doe',
      contact1_phone_number: '0123456789',
      contact2_email_address: 'Jane.Doe@unknown.com',
      contact2_firstname: 'Jane',
      contact2_lastname: 'Doe',
      contact2_phone_number: '0987654321',
      city: 'Mont-Saint-Aignan',
      postcode: '76130',
      street_name: 'Rue Andrei Sakharov',
      street_number: '4',
      street_number_extension: 'B',
      insee_code: '76451',
      level_number: '0',
      latitude: 49.4744077,
      longitude: 1.091455,
    },
  ],
};
