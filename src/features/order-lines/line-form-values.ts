import { CONTACT_FIELDS, emptyContact, pickContactValues, type ContactValues } from '~/contract/contact';
import { SCALAR_FIELDS, type LineScalars, type LineValues } from '~/contract/order-line';
import type { FieldPath } from 'react-hook-form';
import type { LeafKey } from '~/domain/line-leaves';

/** A line as its form holds it: the same names, text throughout, and always a first site to type in. */
export interface LineFormValues extends Omit<LineScalars, 'siret_known'> {
  siret_known: '' | 'true' | 'false';
  related_contact_information: ContactValues[];
}

export function toFormValues({
  siret_known,
  related_contact_information,
  ...scalars
}: LineValues): LineFormValues {
  const contacts = related_contact_information.length > 0 ? related_contact_information : [emptyContact()];
  return {
    ...pickScalars(scalars),
    siret_known: siret_known === null ? '' : siret_known ? 'true' : 'false',
    related_contact_information: contacts.map(pickContactValues),
  };
}

/** Back to a line; `base` gives each site its origin, so that what the API keeps there and we do not know stays. */
export function toLineValues(form: LineFormValues, base: LineValues): LineValues {
  const { siret_known, related_contact_information, ...scalars } = form;
  const contacts = related_contact_information.map((values, index) => ({
    ...values,
    wire: base.related_contact_information[index]?.wire ?? {},
  }));
  return {
    ...scalars,
    siret_known: siret_known === '' ? null : siret_known === 'true',
    related_contact_information: contacts.filter(
      (contact, index) =>
        index < base.related_contact_information.length ||
        CONTACT_FIELDS.some((field) => contact[field] !== ''),
    ),
  };
}

type FormScalars = Omit<LineScalars, 'siret_known'>;

function pickScalars(scalars: FormScalars): FormScalars {
  return {
    end_customer_name: scalars.end_customer_name,
    external_id: scalars.external_id,
    option_ids: [...scalars.option_ids],
    note: scalars.note,
    technical_note: scalars.technical_note,
    product_offering_id: scalars.product_offering_id,
    product_offering_qualification_item_id: scalars.product_offering_qualification_item_id,
    project_id: scalars.project_id,
    quote_item_id: scalars.quote_item_id,
    delivery_mode: scalars.delivery_mode,
    enni: scalars.enni,
    enni_2: scalars.enni_2,
    vlan_reference: scalars.vlan_reference,
    customer_order_name: scalars.customer_order_name,
    business_code: scalars.business_code,
    billing_site_ref: scalars.billing_site_ref,
    additional_vlan_reference: scalars.additional_vlan_reference,
    offer_family: scalars.offer_family,
    offer_technology: scalars.offer_technology,
    specific_request: scalars.specific_request,
    access_instructions: scalars.access_instructions,
    scheduled_delivery_date: scalars.scheduled_delivery_date,
    cpe_networking_number: scalars.cpe_networking_number,
    cpe_serial_number: scalars.cpe_serial_number,
  };
}

/** Whether a leaf is one of the form's inputs. */
export function isFormKey(key: LeafKey): key is FieldPath<LineFormValues> {
  const [name, index, field] = key.split('.');
  if (name !== 'related_contact_information') return SCALAR_FIELDS.some((scalar) => scalar === key);
  return index !== undefined && CONTACT_FIELDS.some((known) => known === field);
}
