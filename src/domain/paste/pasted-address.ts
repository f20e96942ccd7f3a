import type { ContactField } from '~/contract/contact';
import type { PastedLines } from './pasted-lines';

/** What a French address says of a site. */
export type PastedAddress = Partial<
  Record<
    Extract<
      ContactField,
      | 'street_number'
      | 'street_number_extension'
      | 'street_name'
      | 'postcode'
      | 'city'
      | 'building_name'
      | 'level_number'
      | 'latitude'
      | 'longitude'
    >,
    string
  >
>;

/** How the name of a street, a zone or a place begins. */
const STREET_WORD =
  /^(?:rue|r\.|avenue|av\.?|ave|boulevard|bd\.?|bld|bvd|places?|pl\.?|placette|chemin|chem\.?|ch\.|impasse|imp\.?|all[ée]es?|route|rte|quai|cours?|square|sq\.?|passage|pass\.?|esplanade|faubourg|fbg|fg|z\.?a\.?c?\.?|z\.?i\.?|zone|parc|lieu[- ]?dit|ld|hameau|(?:le )?bourg|lotissement|lot\.?|sentier|sente|voie|rond[- ]point|villa|cit[ée]|mail|promenade|mont[ée]e|c[ôo]te|domaine|technop[ôo]le|technoparc|centre commercial|galerie|rocade|ruelle|venelle|traverse|chauss[ée]e|espace|clos|corniche|digue)(?!\p{L})/iu;

/** The first words of a line that names a place, so no person. */
const PLACE_WORD =
  /^(?:b[âa]t(?:iments?)?|immeuble|imm\.|r[ée]sidence|r[ée]s\.|tour|entr[ée]e|escalier|esc\.|hall|porte|appt?|appartement|[ée]tage|niveau|rdc|rez[- ]de[- ]chauss[ée]e|z\.?a\.?c?\.?|z\.?i\.?|zone|parc|lieu[- ]?dit|rue|avenue|boulevard|chemin|impasse|all[ée]e|route|quai|square)(?!\p{L})|(?<!\p{L})[ée]tage(?!\p{L})/iu;

/** A number or a range of numbers, an extension, and what follows them. */
const NUMBERED =
  /^(?:n°\s*)?(\d{1,4}(?:\s*(?:[-–/]|à|et)\s*\d{1,4})?)\s*(bis|ter|quater|quinquies|[a-z](?:\s?\/\s?[a-z])?(?=[\s,]))?[\s,]+(?=\p{L})(.+)$/iu;

const POSTCODE_CITY =
  /(?<!\d|BP |CS |TSA )(?:FR?[- ]?)?(\d{2}[ .]?\d{3})[ ,]+(\p{L}[\p{L}'’ .-]*?(?:\s+\d{1,2}(?:er|[eè]me|e)?)?(?:\s+cedex(?:\s+\d{1,2})?)?)(?=\s*(?:$|[,(]))/iu;
const CITY_POSTCODE = /^(\p{L}[\p{L}'’ -]*?)\s*\(?(\d{2}[ .]?\d{3})\)?$/u;

const FLOOR =
  /(?<!\p{L})(?:(\d{1,2})\s*(?:er|[eè]me|eme|e|è|nde?)\s*[ée]tage|[ée]tage\s*:?\s*(\d{1,2})|niveau\s*:?\s*(\d{1,2})|(rdc|rez[- ]de[- ]chauss[ée]e))(?!\p{L})/iu;
const BUILDING = /^(?:b[âa]t(?:iment)?\.?|immeuble|imm\.|tour|r[ée]sidence|r[ée]s\.)\s+.+$/iu;
const ENTRANCE = /^(?:entr[ée]e|escalier|esc\.)\s+.+$/iu;
const BUILDING_AT_END = /\sb[âa]t(?:iment)?\.?\s+[\p{L}\d]{1,3}$/iu;
const COORDINATES = /(?<![\d.])(-?\d{1,2}\.\d{3,})\s*[,; ]\s*(-?\d{1,3}\.\d{3,})/;

/** Whether a line is about a place: a building, a floor, a zone, a street. */
export function isPlace(line: string): boolean {
  return PLACE_WORD.test(line);
}

const plainPostcode = (text = '') => text.replaceAll(/\D/g, '');

/** Takes a French address out of pasted lines; what it does not know stays there. */
export function takeAddress(lines: PastedLines): PastedAddress {
  const address: PastedAddress = {};
  const coordinates = lines.take(COORDINATES);
  if (coordinates) [, address.latitude = '', address.longitude = ''] = coordinates;

  lines.take(/^(?:france|fr)$/i);
  // "12 345 rue de la Paix" begins with no postcode.
  const place = lines.take(POSTCODE_CITY, (match) => !STREET_WORD.test(match[2] ?? ''));
  if (place) {
    address.postcode = plainPostcode(place[1]);
    address.city = (place[2] ?? '').replace(/[\s-]+france$/i, '');
  } else {
    const turned = lines.take(CITY_POSTCODE);
    if (turned) {
      address.city = turned[1] ?? '';
      address.postcode = plainPostcode(turned[2]);
    }
  }

  const floor = lines.take(FLOOR);
  if (floor) address.level_number = floor.slice(1, 4).find(Boolean) ?? '0';
  const building = lines.take(BUILDING) ?? lines.take(BUILDING_AT_END) ?? lines.take(ENTRANCE);
  if (building) address.building_name = building[0].trim();

  // Where there is a postcode, a number before some words is that of a street, whatever the words are.
  const isStreet = (rest: string) => STREET_WORD.test(rest) || address.postcode !== undefined;
  const numbered = lines.take(NUMBERED, (match) => isStreet(match[3] ?? ''));
  if (numbered) {
    const [, number = '', extension = '', name = ''] = numbered;
    address.street_number = number.replaceAll(/\s*(?:à|et|–)\s*/g, '-').replaceAll(/\s/g, '');
    if (extension !== '') address.street_number_extension = extension.replaceAll(/\s/g, '');
    address.street_name = name.trim();
  } else {
    const unnumbered = lines.take(/^.+$/, ([line]) => STREET_WORD.test(line));
    if (unnumbered) address.street_name = unnumbered[0];
  }
  return address;
}
