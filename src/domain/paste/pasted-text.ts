import type { ContactField } from '~/contract/contact';
import { takeAddress } from './pasted-address';
import { takeCompany, takeContact } from './pasted-contact';
import { PastedLines } from './pasted-lines';

/** Which of a site's two people a pasted person is. */
type ContactNumber = 1 | 2;

export interface PastedText {
  /** What goes where; a guess that a person has to agree with. */
  readonly fields: readonly (readonly [field: ContactField, value: string])[];
  /** What found no field. */
  readonly rest: readonly string[];
}

const SIRET =
  /(?:(?<!\p{L})siret\s*(?:n°|no)?\s*:?\s*)?(?<![\d+])(\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5})(?!\d)/iu;
const WEB = /(?:https?:\/\/|www\.)\S+/i;

/** The longest block to split, in characters. A longer one is no address, and matching it takes time. */
const LONGEST_BLOCK = 2000;

/**
 * Splits a pasted block into an address, a company and a person: "12 bis rue de la Paix 75002 Paris", "Jean Dupont
 * <jean@x.fr> 06 12 34 56 78", or a whole signature. `target` is the field that it was pasted into: it says whose name
 * a bare name is, and which of the two contacts is meant.
 */
export function readPastedText(text: string, target: ContactField): PastedText {
  if (text.length > LONGEST_BLOCK) return { fields: [], rest: [text] };
  const lines = new PastedLines(text);
  const isPerson = target.startsWith('contact');
  const siret = lines.take(SIRET)?.[1];
  const web = lines.take(WEB)?.[0];
  const contact = takeContact(lines, isPerson && target.endsWith('name'));
  const address = takeAddress(lines);
  const company = takeCompany(lines, Object.keys(address).length > 0);
  const number: ContactNumber = target.startsWith('contact2') ? 2 : 1;
  const { firstname, lastname, email_address, phone_number } = contact;
  const guesses: readonly (readonly [ContactField, string | undefined])[] = [
    ['end_customer_name', company],
    ['siret', siret],
    ['street_number', address.street_number],
    ['street_number_extension', address.street_number_extension],
    ['street_name', address.street_name],
    ['postcode', address.postcode],
    ['city', address.city],
    ['building_name', address.building_name],
    ['level_number', address.level_number],
    ['latitude', address.latitude],
    ['longitude', address.longitude],
    [`contact${number}_firstname`, firstname],
    [`contact${number}_lastname`, lastname],
    [`contact${number}_email_address`, email_address],
    [`contact${number}_phone_number`, phone_number],
  ];
  return {
    fields: guesses.flatMap(([field, value]) => (value ? [[field, value] as const] : [])),
    rest: [...lines.left, ...(web ? [web] : [])],
  };
}

/** Whether there is something to propose: more than what would stand in the one field anyway. */
export function isWorthSplitting({ fields }: PastedText, target: ContactField): boolean {
  return fields.length > 1 && fields.some(([field]) => field !== target);
}
