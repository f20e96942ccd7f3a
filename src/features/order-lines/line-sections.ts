import type { ContactField } from '~/contract/contact';
import type { LineScalars } from '~/contract/order-line';
import type { LeafKey } from '~/domain/line-leaves';

/** A field of a line as its section draws it. Rules are not said here: they are the domain's. */
export interface LineFieldRow {
  readonly field: keyof LineScalars;
  /** text unless said otherwise */
  readonly input?: 'long' | 'date' | 'tags' | 'yes-no';
  readonly inputMode?: 'numeric';
  /** Takes the room of two. */
  readonly isWide?: boolean;
}

export type LineSectionName = 'customer' | 'offer' | 'network' | 'delivery';
export type SectionName = LineSectionName | 'site' | 'contacts';

/** The fields of a line, section by section, in the order in which an order is usually told. */
export const LINE_SECTIONS: Readonly<Record<LineSectionName, readonly LineFieldRow[]>> = {
  customer: [
    { field: 'end_customer_name' },
    { field: 'customer_order_name' },
    { field: 'external_id' },
    { field: 'project_id' },
    { field: 'business_code' },
    { field: 'billing_site_ref' },
  ],
  offer: [
    { field: 'product_offering_id' },
    { field: 'product_offering_qualification_item_id', isWide: true },
    { field: 'quote_item_id' },
    { field: 'offer_family' },
    { field: 'offer_technology' },
    { field: 'delivery_mode' },
    { field: 'option_ids', input: 'tags', isWide: true },
    { field: 'cpe_networking_number' },
    { field: 'cpe_serial_number' },
  ],
  network: [
    { field: 'enni' },
    { field: 'enni_2' },
    { field: 'vlan_reference', inputMode: 'numeric' },
    { field: 'additional_vlan_reference', inputMode: 'numeric' },
  ],
  delivery: [
    { field: 'scheduled_delivery_date', input: 'date', isWide: true },
    { field: 'access_instructions', input: 'long', isWide: true },
    { field: 'specific_request', input: 'long', isWide: true },
    { field: 'note', input: 'long', isWide: true },
    { field: 'technical_note', input: 'long', isWide: true },
  ],
};

/** The order of the sections on the page, and in everything that lists their fields. */
export const SECTION_ORDER: readonly SectionName[] = [
  'customer',
  'offer',
  'network',
  'site',
  'contacts',
  'delivery',
];

/** The fields of a site and its contacts in the order in which SiteFields lays them out. */
const CONTACT_ORDER = [
  'end_customer_name',
  'siret',
  'street_number',
  'street_number_extension',
  'street_name',
  'postcode',
  'city',
  'insee_code',
  'building_name',
  'level_number',
  'latitude',
  'longitude',
  'contact1_firstname',
  'contact1_lastname',
  'contact1_email_address',
  'contact1_phone_number',
  'contact2_firstname',
  'contact2_lastname',
  'contact2_email_address',
  'contact2_phone_number',
] as const satisfies ContactField[];

/** Which section a leaf stands in. */
export function sectionOf(key: LeafKey): SectionName {
  const [name, , contactField] = key.split('.');
  if (contactField !== undefined) return contactField.startsWith('contact') ? 'contacts' : 'site';
  if (name === 'siret_known') return 'site';
  const section = (['customer', 'offer', 'network', 'delivery'] as const).find((candidate) =>
    LINE_SECTIONS[candidate].some((row) => row.field === name),
  );
  return section ?? 'site';
}

/** Leaves in the order in which they stand on the screen. */
export function inScreenOrder<T extends { readonly key: LeafKey }>(leaves: readonly T[]): T[] {
  return leaves.toSorted((a, b) => compare(placeOf(a.key), placeOf(b.key)));
}

/** Section, site, place in it. */
function placeOf(key: LeafKey): readonly [number, number, number] {
  const [name, site, contactField] = key.split('.');
  const section = sectionOf(key);
  const place =
    section === 'site' || section === 'contacts'
      ? // Whether the SIRET is known is asked beside the SIRET, which is the second field.
        name === 'siret_known'
        ? 0.5
        : CONTACT_ORDER.findIndex((field) => field === contactField)
      : LINE_SECTIONS[section].findIndex(({ field }) => field === name);
  return [SECTION_ORDER.indexOf(section), Number(site ?? 0), place];
}

function compare(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
