import type { ContactValues } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import { readablePhone } from '~/domain/fields/french-phone';

/** The first site of a line in a few readable lines: company, address, on-site contact, without empty fields. */
export function siteSummary({ related_contact_information: [site] }: LineValues): string[] {
  if (!site) return [];
  return [
    site.end_customer_name,
    postalAddress(site),
    joined(
      ', ',
      joined(' ', site.contact1_firstname, site.contact1_lastname),
      readablePhone(site.contact1_phone_number),
      site.contact1_email_address,
    ),
  ].filter((part) => part !== '');
}

/** The address of a site in one line, without empty fields. */
export function postalAddress(site: ContactValues): string {
  const street = joined(' ', site.street_number, site.street_number_extension, site.street_name);
  return joined(', ', street, joined(' ', site.postcode, site.city));
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(separator);
}
