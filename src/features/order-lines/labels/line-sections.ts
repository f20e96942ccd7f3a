import type { ContactField } from '~/contract/contact';
import type { LineScalars } from '~/contract/order-line';
import type { FieldPath } from '~/domain/fields/field-paths';

/** A field of a line as its section draws it. Rules are not said here: they are the domain's. */
export interface LineFieldRow {
  readonly field: keyof LineScalars;
  /** text unless said otherwise */
  readonly input?: 'long' | 'date' | 'tags' | 'yes-no';
  readonly inputMode?: 'numeric';
  /** Takes the room of two. */
  readonly isWide?: boolean;
  /** A reference or number that people copy. */
  readonly isCode?: boolean;
}

export type LineSectionName = 'customer' | 'offer' | 'network' | 'delivery';
export type SectionName = LineSectionName | 'site' | 'contacts';

/** The fields of a line, section by section, in the order in which an order is usually told. */
export const LINE_SECTIONS: Readonly<Record<LineSectionName, readonly LineFieldRow[]>> = {
  customer: [
    { field: 'end_customer_name' },
    { field: 'customer_order_name' },
    { field: 'external_id', isCode: true },
    { field: 'project_id', isCode: true },
    { field: 'business_code', isCode: true },
    { field: 'billing_site_ref', isCode: true },
  ],
  offer: [
    { field: 'product_offering_id', isCode: true },
    { field: 'product_offering_qualification_item_id', isWide: true, isCode: true },
    { field: 'quote_item_id', isCode: true },
    { field: 'offer_family' },
    { field: 'offer_technology' },
    { field: 'delivery_mode' },
    { field: 'option_ids', input: 'tags', isWide: true },
    { field: 'cpe_networking_number', isCode: true },
    { field: 'cpe_serial_number', isCode: true },
  ],
  network: [
    { field: 'enni', isCode: true },
    { field: 'enni_2', isCode: true },
    { field: 'vlan_reference', inputMode: 'numeric', isCode: true },
    { field: 'additional_vlan_reference', inputMode: 'numeric', isCode: true },
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

/** The section of a field. */
export function sectionOf(key: FieldPath): SectionName {
  const [name, , contactField] = key.split('.');
  if (contactField !== undefined) return contactField.startsWith('contact') ? 'contacts' : 'site';
  if (name === 'siret_known') return 'site';
  const section = (['customer', 'offer', 'network', 'delivery'] as const).find((candidate) =>
    LINE_SECTIONS[candidate].some((row) => row.field === name),
  );
  return section ?? 'site';
}

const CODE_OF_CONTACT = /\.(siret|contact\d_email_address|contact\d_phone_number)$/;

/** Whether a field holds a reference, number or e-mail address that people copy. */
export function isCode(key: FieldPath): boolean {
  const rows = Object.values(LINE_SECTIONS).flat();
  return CODE_OF_CONTACT.test(key) || rows.some(({ field, isCode }) => field === key && isCode === true);
}

/** Fields in the order of the screen. */
export function inScreenOrder<T extends { readonly key: FieldPath }>(fields: readonly T[]): T[] {
  return fields.toSorted((a, b) => compare(placeOf(a.key), placeOf(b.key)));
}

/** Section, site, place in it. */
function placeOf(key: FieldPath): readonly [number, number, number] {
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
