import { CONTACT_FIELDS, emptyContact, pickContactValues, type ContactValues } from '~/contract/contact';
import { pickLineScalars, type LineScalars, type LineValues } from '~/contract/order-line';

/** A line as its form holds it: the same names, text throughout, and always a first site to type in. */
export interface LineFormValues extends Omit<LineScalars, 'siret_known'> {
  siret_known: '' | 'true' | 'false';
  related_contact_information: ContactValues[];
}

export function toFormValues(line: LineValues): LineFormValues {
  const { siret_known, ...scalars } = pickLineScalars(line);
  const contacts = line.related_contact_information;
  return {
    ...scalars,
    siret_known: siret_known === null ? '' : siret_known ? 'true' : 'false',
    related_contact_information: (contacts.length > 0 ? contacts : [emptyContact()]).map(pickContactValues),
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
