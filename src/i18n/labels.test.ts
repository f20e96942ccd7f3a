import { describe, expect, it } from 'vitest';
import { english as en, french as fr } from './whole-catalogues';

/*
 * The words that were settled for the screen, to the letter: what is called so, in English, in French. Screens, tests
 * and support speak alike; a label changes here and there together or not at all.
 */

const LINE_FIELDS = [
  ['end_customer_name', 'End customer', 'Client final'],
  ['external_id', 'Your reference', 'Votre référence'],
  ['project_id', 'Project', 'Projet'],
  ['customer_order_name', 'Order name', 'Nom de la commande'],
  ['business_code', 'Business code', 'Code affaire'],
  ['billing_site_ref', 'Billing site', 'Site de facturation'],
  ['quote_item_id', 'Quote line', 'Ligne de devis'],
  ['product_offering_id', 'Offer', 'Offre'],
  ['product_offering_qualification_item_id', 'Eligibility item', "Élément d'éligibilité"],
  ['offer_family', 'Offer family', "Famille d'offres"],
  ['offer_technology', 'Technology', 'Technologie'],
  ['option_ids', 'Options', 'Options'],
  ['delivery_mode', 'Delivery mode', 'Mode de livraison'],
  ['enni', 'ENNI', 'Porte ENNI'],
  ['enni_2', 'Secondary ENNI', 'Porte ENNI secondaire'],
  ['vlan_reference', 'VLAN', 'VLAN'],
  ['additional_vlan_reference', 'Additional VLAN', 'VLAN additionnel'],
  ['cpe_networking_number', 'CPE network number', 'Numéro réseau du CPE'],
  ['cpe_serial_number', 'CPE serial number', 'Numéro de série du CPE'],
  ['siret_known', 'SIRET is known', 'SIRET connu'],
  ['scheduled_delivery_date', 'Requested delivery date', 'Date de livraison souhaitée'],
  ['access_instructions', 'Access instructions', "Consignes d'accès"],
  ['specific_request', 'Specific request', 'Demande spécifique'],
  ['note', 'Note', 'Note'],
  ['technical_note', 'Technical note', 'Note technique'],
  ['order_reference', 'Order reference', 'Référence de commande'],
  ['temporary_reference', 'Temporary reference', 'Référence provisoire'],
  ['building_ref', 'Building reference', 'Référence du bâtiment'],
  ['expiration_date', 'Draft expires', 'Expiration du brouillon'],
] as const;

const CONTACT_FIELDS = [
  ['end_customer_name', 'Company on site', 'Société sur site'],
  ['siret', 'SIRET', 'SIRET'],
  ['contact1_firstname', 'First name', 'Prénom'],
  ['contact1_lastname', 'Last name', 'Nom'],
  ['contact1_email_address', 'E-mail', 'E-mail'],
  ['contact1_phone_number', 'Phone', 'Téléphone'],
  ['contact2_firstname', 'First name', 'Prénom'],
  ['contact2_lastname', 'Last name', 'Nom'],
  ['contact2_email_address', 'E-mail', 'E-mail'],
  ['contact2_phone_number', 'Phone', 'Téléphone'],
  ['street_number', 'Number', 'Numéro'],
  ['street_number_extension', 'Extension (bis, ter, B…)', 'Extension (bis, ter, B…)'],
  ['street_name', 'Street', 'Voie'],
  ['postcode', 'Postcode', 'Code postal'],
  ['city', 'City', 'Commune'],
  ['insee_code', 'INSEE code', 'Code INSEE'],
  ['building_name', 'Building', 'Bâtiment'],
  ['level_number', 'Floor', 'Étage'],
  ['latitude', 'Latitude', 'Latitude'],
  ['longitude', 'Longitude', 'Longitude'],
] as const;

describe('a field is called as settled', () => {
  it.each(LINE_FIELDS)('on a line: %s', (field, english, french) => {
    expect([en.lineFields[field], fr.lineFields[field]]).toEqual([english, french]);
  });

  it.each(CONTACT_FIELDS)('of a site and its contacts: %s', (field, english, french) => {
    expect([en.contactFields[field], fr.contactFields[field]]).toEqual([english, french]);
  });

  it('alike on a cart and on its lines', () => {
    for (const { cartFields, lineFields } of [en, fr]) {
      expect(lineFields).toMatchObject(cartFields);
    }
  });
});

describe('a state is called as settled', () => {
  it.each([
    ['created', 'Draft', 'Brouillon'],
    ['in_progress', 'In progress', 'En cours'],
    ['completed', 'Completed', 'Terminé'],
    ['partial', 'Partial', 'Partiel'],
    ['rejected', 'Rejected', 'Rejeté'],
  ] as const)('of a cart: %s', (state, english, french) => {
    expect([en.cartStates[state], fr.cartStates[state]]).toEqual([english, french]);
  });

  it.each([
    ['created', 'Draft', 'Brouillon'],
    ['in_progress', 'In progress', 'En cours'],
    ['acknowledged', 'Acknowledged', 'Prise en compte'],
    ['held_adv_validation', 'Held for validation', 'En attente de validation ADV'],
    ['rejected_creation', 'Rejected', 'Rejetée'],
  ] as const)('of a line: %s', (state, english, french) => {
    expect([en.lineStates[state], fr.lineStates[state]]).toEqual([english, french]);
  });
});

describe('a place or an action is called as settled', () => {
  it.each([
    ['Order lines', 'Lignes de commande', [en.shell.orderLines, fr.shell.orderLines]],
    ['Order lines', 'Lignes de commande', [en.linesPage.title, fr.linesPage.title]],
    ['Carts', 'Paniers', [en.shell.carts, fr.shell.carts]],
    ['Carts', 'Paniers', [en.cartsPage.title, fr.cartsPage.title]],
    ['Sandbox', 'Bac à sable', [en.shell.sandbox, fr.shell.sandbox]],
    ['New cart', 'Nouveau panier', [en.cartsPage.newCart, fr.cartsPage.newCart]],
    ['Add line', 'Ajouter une ligne', [en.cartPage.addLine, fr.cartPage.addLine]],
    ['Save', 'Enregistrer', [en.common.save, fr.common.save]],
    ['Discard changes', 'Abandonner les modifications', [en.common.discardChanges, fr.common.discardChanges]],
    ['Confirm cart', 'Confirmer le panier', [en.cartPage.confirm, fr.cartPage.confirm]],
    ['Place the order', 'Passer la commande', [en.confirmPage.place, fr.confirmPage.place]],
    ['Delete cart', 'Supprimer le panier', [en.cartPage.remove, fr.cartPage.remove]],
    ['Delete line', 'Supprimer la ligne', [en.linePage.remove, fr.linePage.remove]],
    ['Retry', 'Réessayer', [en.common.retry, fr.common.retry]],
    ['Search order lines', 'Rechercher des lignes', [en.lists.search, fr.lists.search]],
    ['State', 'État', [en.lists.state, fr.lists.state]],
    ['To complete', 'À compléter', [en.cartPage.toComplete, fr.cartPage.toComplete]],
    ['On-site contact', 'Contact sur site', [en.linePage.contact1, fr.linePage.contact1]],
    ['Second contact', 'Second contact', [en.linePage.contact2, fr.linePage.contact2]],
  ])('%s, %s', (english, french, words) => {
    expect(words).toEqual([english, french]);
  });
});
