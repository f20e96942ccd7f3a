/** A row of a table of the API's document: a field, its type, and whether the document calls it required. */
export interface DocumentRow {
  readonly name: string;
  readonly type: string;
  readonly required: string;
}

/** Reads rows as the document prints them: name, type, description, required. */
function rowsOf(table: string): DocumentRow[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, name, type, required] =
        /^(\w+) (\w+) .+ (No|Yes|Yes \(during confirmation only\*?\))$/.exec(line.trim()) ?? [];
      if (!name || !type || !required) throw new Error(`No row of a table: ${line}`);
      return { name, type, required };
    });
}

/** "Creating an Order Session", response. */
export const CART_ANSWER_TABLE = rowsOf(`
external_id string External identifier for the request No
project_id string Associated project identifier No
id string Order identifier Yes
creation_date string Order creation date Yes
cancellation_date string Order cancellation date No
completion_date string Order completion date No
order_date string Order date Yes
state string Current state of the order Yes
`);

/** "Creating an Order Line", request. */
export const CREATION_TABLE = rowsOf(`
end_customer_name string End customer name No
external_id string External identifier for the request No
option_ids array List of option identifiers No
note string Note associated with the order No
technical_note string Technical note associated with the order No
product_offering_id string Product offering identifier Yes
product_offering_qualification_item_id string Product offering qualification item identifier Yes
project_id string Associated project identifier No
quote_item_id string Quote item identifier No
delivery_mode string Delivery mode No
enni string ENNI identifier Yes (during confirmation only*)
enni_2 string Secondary ENNI identifier No
vlan_reference number VLAN reference No
customer_order_name string Customer order name No
business_code string Business code No
billing_site_ref string Billing site reference No
related_contact_information array Related contact information Yes (during confirmation only)
siret_known boolean Should the SIRET be filled ? No
additional_vlan_reference string Additional VLAN reference No
offer_family string Offer's family No
offer_technology string Offer's technology No
specific_request string Specific request No
access_instructions string Access instructions given by the customer No
scheduled_delivery_date date Scheduled delivery date No
cpe_networking_number string CPE networking number No
cpe_serial_number string CPE serial number No
`);

/** "Creating an Order Line", request: the block related_contact_information. */
export const CONTACT_TABLE = rowsOf(`
end_customer_name string End customer name Yes (during confirmation only)
siret string SIRET number No
contact1_email_address string On-site contact email address Yes (during confirmation only)
contact1_firstname string On-site contact firstname Yes (during confirmation only)
contact1_lastname string On-site contact name Yes (during confirmation only)
contact1_phone_number string On-site contact phone number Yes (during confirmation only)
contact2_email_address string Secondary contact email address No
contact2_firstname string Secondary contact firstname No
contact2_lastname string Secondary contact name No
contact2_phone_number string Secondary contact phone number No
city string City Yes (during confirmation only)
postcode string Postal code Yes (during confirmation only)
street_name string Street name Yes (during confirmation only)
street_number string Street number Yes (during confirmation only)
street_number_extension string Street number extension No
insee_code string INSEE code Yes (during confirmation only)
building_name string Building name No
level_number string Level number No
latitude number Address latitude No
longitude number Address longitude No
`);

/** "Creating an Order Line", response. */
export const CREATION_ANSWER_TABLE = rowsOf(`
end_customer_name string End customer name No
external_id string External identifier for the request No
option_ids array List of option identifiers No
note string Note associated with the order No
technical_note string Technical note associated with the order No
product_offering_id string Product offering identifier Yes
product_offering_qualification_item_id string Product offering qualification item identifier Yes
project_id string Associated project identifier No
quote_item_id string Quote item identifier No
delivery_mode string Delivery mode No
enni string ENNI identifier No
enni_2 string Secondary ENNI identifier No
vlan_reference number VLAN reference No
business_code string Business code No
customer_order_name string Customer order name No
related_contact_information array Related contact information No
id string Order identifier Yes
cancellation_date string Order cancellation date No
cancellation_reason string Cancellation reason No
completion_date string Order completion date No
order_date string Order date No
state string Current state of the order Yes
state_change array State change history No
termination_error array Associated termination errors No
order_reference string Order reference No
temporary_reference string Order temporary reference (Depreciated, refer to the order_reference field) No
building_ref string Building reference No
offer_family string Offer family No
offer_technology string Offer technology No
cpe_networking_number string CPE networking number No
cpe_serial_number string CPE serial number No
`);

/** "Updating Order Line Information", request. */
export const UPDATE_TABLE = rowsOf(`
end_customer_name string End customer name No
external_id string External identifier for the request No
option_ids array List of option identifiers No
note string Note associated with the order No
technical_note string Technical note associated with the order No
product_offering_id string Product offering identifier No
product_offering_qualification_item_id string Product offering qualification item identifier No
project_id string Associated project identifier No
quote_item_id string Quote item identifier No
delivery_mode string Delivery mode No
enni string ENNI identifier Yes (during confirmation only*)
enni_2 string Secondary ENNI identifier No
vlan_reference number VLAN reference No
customer_order_name string Customer order name No
business_code string Business code No
billing_site_ref string Billing site reference No
related_contact_information array Related contact information Yes (during confirmation only)
siret_known boolean Should the SIRET be filled ? No
additional_vlan_reference string Additional VLAN reference No
specific_request string Specific request No
access_instructions string Access instructions given by the customer No
scheduled_delivery_date date Scheduled delivery date No
cpe_networking_number string CPE networking number No
cpe_serial_number string CPE serial number No
`);

/** "Updating Order Line Information", response. */
export const UPDATE_ANSWER_TABLE = rowsOf(`
end_customer_name string End customer name No
external_id string External identifier for the request No
option_ids array List of option identifiers No
note string Note associated with the order No
technical_note string Technical note associated with the order No
product_offering_id string Product offering identifier Yes
product_offering_qualification_item_id string Product offering qualification item identifier Yes
project_id string Associated project identifier No
quote_item_id string Quote item identifier No
delivery_mode string Delivery mode No
enni string ENNI identifier No
enni_2 string Seconday ENNI identifier No
vlan_reference number VLAN reference No
customer_order_name string Customer order name No
business_code string Business code No
related_contact_information array Related contact information No
id string Order identifier Yes
cancellation_date string Order cancellation date No
cancellation_reason string Cancellation reason No
completion_date string Order completion date No
order_date string Order date No
state string Current state of the order Yes
state_change array State change history No
termination_error array Associated termination errors No
order_reference string Order reference No
temporary_reference string Order line temporary reference (Depreciated, refer to the order_reference field) No
building_ref string Building reference No
cpe_networking_number string CPE networking number No
cpe_serial_number string CPE serial number No
`);

/** "Confirming the Order Session", Order Item Details. */
export const CONFIRM_ANSWER_TABLE = rowsOf(`
end_customer_name string End customer name No
external_id string External identifier for the request No
option_ids array List of option identifiers No
note string Note associated with the order No
technical_note string Technical note associated with the order No
product_offering_id string Product offering identifier Yes
product_offering_qualification_item_id string Product offering qualification item identifier Yes
project_id string Associated project identifier No
quote_item_id string Quote item identifier No
delivery_mode string Delivery mode No
enni string ENNI identifier No
enni_2 string Seconday ENNI identifier No
vlan_reference number VLAN reference No
customer_order_name string Customer order name No
business_code string Business code No
related_contact_information array Related contact information No
id string Order identifier Yes
cancellation_date string Order cancellation date No
cancellation_reason string Cancellation reason No
completion_date string Order completion date No
order_date string Order date No
state string Current state of the order Yes
state_change array State change history No
termination_error array Associated termination errors No
order_reference string Order reference No
temporary_reference string Order's temporary reference (Depreciated, refer to the order_reference field) No
building_ref string Building reference No
cpe_networking_number string CPE networking number No
cpe_serial_number string CPE serial number No
`);

/** "List of order lines": the columns of a row, which this table does not mark as required or not. */
export const SUMMARY_FIELDS = [
  'id',
  'product_order_id',
  'end_customer_name',
  'external_id',
  'product_offering_id',
  'product_offering_qualification_item_id',
  'state',
  'order_reference',
  'temporary_reference',
  'customer_order_name',
  'creation_date',
  'order_date',
  'expiration_date',
  'scheduled_delivery_date',
];

/** "List of order sessions", available filters. */
export const CART_PARAMETERS = [
  'state',
  'external_id',
  'project_id',
  'creation_date_gt',
  'creation_date_lt',
  'order_date_gt',
  'order_date_lt',
  'completion_date_gt',
  'completion_date_lt',
  'cancellation_date_gt',
  'cancellation_date_lt',
];

/** "List of order lines", available filters without search and sort. */
export const LINE_PARAMETERS = [
  'state',
  'order_reference',
  'temporary_reference',
  'customer_order_name',
  'end_customer_name',
  'creation_date_gt',
  'creation_date_lt',
  'order_date_gt',
  'order_date_lt',
  'expiration_date_gt',
  'expiration_date_lt',
];
