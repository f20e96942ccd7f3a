import type { LineValues } from '~/contract/order-line';
import { readablePhone } from './french-phone';

/** The first site of a line in a few readable lines: company, address, on-site contact. What is empty is left out. */
export function siteInShort({ related_contact_information: [site] }: LineValues): string[] {
  if (!site) return [];
  const street = joined(' ', site.street_number, site.street_number_extension, site.street_name);
  return [
    site.end_customer_name,
    joined(', ', street, joined(' ', site.postcode, site.city)),
    joined(
      ', ',
      joined(' ', site.contact1_firstname, site.contact1_lastname),
      readablePhone(site.contact1_phone_number),
      site.contact1_email_address,
    ),
  ].filter((part) => part !== '');
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(separator);
}
