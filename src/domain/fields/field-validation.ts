import type { ContactValues } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import { dayOf, momentOf } from '~/contract/moments';
import { toNumber } from '~/contract/scalars';
import { placeOfCoordinates } from './coordinates';
import { fieldName, type FieldPath } from './field-paths';
import { phoneDigits } from './french-phone';
import { plainValue } from './plain-value';

/*
 * Formats, rule 11: an error is a value that the API refuses or that cannot be delivered to; a warning is a value that
 * looks wrong. Neither blocks saving a draft.
 */

export type FormatCode =
  | 'email'
  | 'phone'
  | 'postcode'
  | 'insee'
  | 'siret-length'
  | 'siret-key'
  | 'siret-zeros'
  | 'vlan'
  | 'vlan-text'
  | 'latitude'
  | 'longitude'
  | 'coordinates-swapped'
  | 'coordinates-abroad'
  | 'date'
  | 'date-past'
  | 'insee-department';

export interface FormatFinding {
  readonly severity: 'error' | 'warning';
  readonly code: FormatCode;
}

const error = (code: FormatCode): FormatFinding => ({ severity: 'error', code });
const warning = (code: FormatCode): FormatFinding => ({ severity: 'warning', code });

/** One name, an @, a domain of parts with dots between them. */
export function checkEmail(value: string): FormatFinding | null {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value.trim()) ? null : error('email');
}

/** French numbers (0X XX XX XX XX, +33, 0033) and international ones. Other text with a number in it is doubtful. */
export function checkPhone(value: string): FormatFinding | null {
  const digits = phoneDigits(value);
  if (/^(0|\+33|0033)[1-9]\d{8}$/.test(digits) || /^(\+|00)(?!33)[1-9]\d{5,14}$/.test(digits)) return null;
  return /\d{4}/.test(digits) ? warning('phone') : error('phone');
}

export function checkPostcode(value: string): FormatFinding | null {
  return /^\d{5}$/.test(value.trim()) ? null : error('postcode');
}

/** Five characters: a department (2A and 2B for Corsica) and the commune. */
export function checkInsee(value: string): FormatFinding | null {
  return /^(\d{2}|2[AB])\d{3}$/i.test(value.trim()) ? null : error('insee');
}

/** Whether a postcode and an INSEE code are of the same department; a commune may be served from the next one. */
export function checkDepartment(postcode: string, insee: string): FormatFinding | null {
  if (checkPostcode(postcode) || checkInsee(insee)) return null;
  const code = insee.trim().toUpperCase();
  return postcode.trim().startsWith(postalDepartment(code)) ? null : warning('insee-department');
}

/** How the postcodes of an INSEE code's department begin. */
function postalDepartment(insee: string): string {
  if (/^2[AB]/.test(insee)) return '20';
  // Saint-Barthélemy and Saint-Martin kept the postcodes of Guadeloupe.
  if (/^97[78]/.test(insee)) return '971';
  // Overseas, a department takes three digits.
  return /^9[78]/.test(insee) ? insee.slice(0, 3) : insee.slice(0, 2);
}

/** La Poste numbers its branches by another key: their digits add up to a multiple of five. */
const LA_POSTE_SIREN = '356000000';

/** Fourteen digits with the Luhn key. */
export function checkSiret(value: string): FormatFinding | null {
  const siret = value.replaceAll(/[\s.,/-]/g, '');
  if (!/^\d{14}$/.test(siret)) return error('siret-length');
  if (/^0+$/.test(siret)) return warning('siret-zeros');
  const digits = Array.from(siret, Number);
  const sum = digits.reduce((total, digit) => total + digit, 0);
  if (hasLuhnKey(digits) || (siret.startsWith(LA_POSTE_SIREN) && sum % 5 === 0)) return null;
  return warning('siret-key');
}

function hasLuhnKey(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? digit : digit * 2;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** A VLAN is a whole number from 1 to 4094. */
export function checkVlan(value: string): FormatFinding | null {
  const vlan = Number(value);
  return /^\d+$/.test(value.trim()) && vlan >= 1 && vlan <= 4094 ? null : error('vlan');
}

/** The API takes text for additional VLANs ("string", request table): all but one number, or text without any, is doubtful. */
export function checkAdditionalVlan(value: string): FormatFinding | null {
  const numbers = value.match(/\d+/g) ?? [];
  const isText = numbers.join('') !== value.trim();
  return isText && numbers.some((number) => !checkVlan(number)) ? warning('vlan-text') : checkVlan(value);
}

export function checkLatitude(value: string): FormatFinding | null {
  return isNumberWithin(value, 90) ? null : error('latitude');
}

export function checkLongitude(value: string): FormatFinding | null {
  return isNumberWithin(value, 180) ? null : error('longitude');
}

/** Two coordinates that lie outside of France, or would lie in it the other way round; both in range. */
export function checkCoordinates(latitude: string, longitude: string): FormatFinding | null {
  if (longitude.trim() === '' || checkLatitude(latitude) || checkLongitude(longitude)) return null;
  const place = placeOfCoordinates(toNumber(latitude), toNumber(longitude));
  if (place === 'in-france') return null;
  return warning(place === 'swapped' ? 'coordinates-swapped' : 'coordinates-abroad');
}

function isNumberWithin(value: string, limit: number): boolean {
  // A tiny number is text such as 1e-7 once JSON has been read; the meridian of Greenwich crosses France.
  return /^-?\d+([.,]\d+)?(e-\d+)?$/.test(value.trim()) && Math.abs(toNumber(value)) <= limit;
}

/** Years outside of these are typing errors. */
export const DELIVERY_DAYS = { first: '2000-01-01', last: '2099-12-31' } as const;

/**
 * An ISO date that exists, of this century; one before `today` (ISO date) is doubtful. So is a text that is no ISO date:
 * it came from the API, for a person can only type days.
 */
export function checkDeliveryDate(value: string, today: string): FormatFinding | null {
  if (Number.isNaN(momentOf(value))) return ISO_DAY.test(value) ? error('date') : warning('date');
  const day = dayOf(value).slice(0, ISO_DAY_LENGTH);
  if (day < DELIVERY_DAYS.first || day > DELIVERY_DAYS.last) return error('date');
  return day < today ? warning('date-past') : null;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const ISO_DAY_LENGTH = 10;

/** What a check may compare a value with: those of its site, and today as an ISO date. */
interface FormatContext {
  readonly site: Partial<ContactValues>;
  readonly today: string;
}

type FormatCheck = (value: string, context: FormatContext) => FormatFinding | null;

/** The fields of a line with a known format. */
const LINE_CHECKS = new Map<string, FormatCheck>([
  ['vlan_reference', checkVlan],
  ['additional_vlan_reference', checkAdditionalVlan],
  ['scheduled_delivery_date', (value, { today }) => checkDeliveryDate(value, today)],
]);

/** Those of a site and its contacts. */
const SITE_CHECKS = new Map<string, FormatCheck>([
  ['siret', checkSiret],
  ['contact1_email_address', checkEmail],
  ['contact2_email_address', checkEmail],
  ['contact1_phone_number', checkPhone],
  ['contact2_phone_number', checkPhone],
  ['postcode', checkPostcode],
  ['insee_code', (value, { site }) => checkInsee(value) ?? checkDepartment(site.postcode ?? '', value)],
  ['latitude', (value, { site }) => checkLatitude(value) ?? checkCoordinates(value, site.longitude ?? '')],
  ['longitude', checkLongitude],
]);

/**
 * The finding about the value of a field; null when it is fine, empty, or without a known format.
 * `values` are the line's, for the checks that compare two fields; `today` is an ISO date.
 */
export function checkFormat(
  key: FieldPath,
  text: string,
  values: LineValues,
  today: string,
): FormatFinding | null {
  const check = key.includes('.') ? SITE_CHECKS.get(fieldName(key)) : LINE_CHECKS.get(key);
  if (!check || text === '') return null;
  const site = values.related_contact_information[Number(key.split('.')[1])] ?? {};
  return check(plainValue(key, text), { site, today });
}
