import { CONTACT_FIELDS } from '~/contract/contact';
import { readErrorBody } from '~/contract/error-body';
import { isJsonNumber } from '~/contract/lossless-json';
import { SPELLINGS } from '~/contract/order-line';
import { propertyPathKey } from '~/contract/property-path';
import { wireObjects, type WireObject } from '~/contract/scalars';
import { namesIn, withNames, type FactName, type ServerProfile } from './server-profile';

/*
 * The body of a write. Our page writes one form, with the tables' spellings and a number for the VLAN. A value that a
 * person emptied is "". A contact entry keeps its other keys as they came.
 */

const CONTACTS = 'related_contact_information';
/** Numbers, dates and flags: "" is no value of theirs. */
const NOT_TEXT = ['vlan_reference', 'scheduled_delivery_date', 'siret_known', 'latitude', 'longitude'];

type SpelledField = (typeof SPELLINGS)[number][0];

/** Writes a body in the form that this server takes. */
export function encodeBody(body: WireObject, profile: ServerProfile): WireObject {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      wireName(name, profile),
      name === CONTACTS
        ? wireObjects(value).map((entry) => encodeContact(entry, profile))
        : encodeScalar(name, value, profile),
    ]),
  );
}

function wireName(name: string, profile: ServerProfile): string {
  return name === 'enni_2' || name === 'cpe_networking_number' ? (profile[name] ?? name) : name;
}

function encodeScalar(name: string, value: unknown, profile: ServerProfile): unknown {
  if (name === 'vlan_reference' && isJsonNumber(value) && profile.vlan === 'text') return String(value);
  if (value === '' && NOT_TEXT.includes(name)) return profile.nulls === 'refused' ? '' : null;
  if (value === '' && profile.blanks === 'refused' && profile.nulls !== 'refused') return null;
  return value === null && profile.nulls === 'refused' ? '' : value;
}

/**
 * Nothing says whether a PATCH merges an entry. A value that a person emptied is sent; an untouched null may be left
 * out.
 */
function encodeContact(entry: WireObject, profile: ServerProfile): WireObject {
  const notTaken = namesIn(profile.keys_not_taken);
  return Object.fromEntries(
    Object.entries(entry)
      .filter(([name, value]) => !notTaken.includes(name) && !isLeftOut(name, value, profile))
      .map(([name, value]) => [name, encodeScalar(name, value, profile)]),
  );
}

function isLeftOut(name: string, value: unknown, profile: ServerProfile): boolean {
  if (profile.nulls !== 'refused') return false;
  if (value === null) return true;
  return value === '' && (NOT_TEXT.includes(name) ? profile.blank_numbers : profile.blanks) === 'refused';
}

interface SentValue {
  /** As errors name it: `related_contact_information.0.siret`. */
  readonly path: string;
  readonly name: string;
  /** As it was sent. */
  readonly value: unknown;
  readonly isUnknownKey: boolean;
}

function sentValuesIn(body: WireObject): SentValue[] {
  const own = Object.entries(body)
    .filter(([name]) => name !== CONTACTS)
    .map(([name, value]) => ({ path: name, name, value, isUnknownKey: false }));
  const inContacts = wireObjects(body[CONTACTS]).flatMap((entry, index) =>
    Object.entries(entry).map(([name, value]) => ({
      path: propertyPathKey([CONTACTS, index, name]),
      name,
      value,
      isUnknownKey: !CONTACT_FIELDS.some((field) => field === name),
    })),
  );
  return [...own, ...inContacts];
}

/** Words by which servers refuse a key, and not its value. */
export const REFUSES_KEY =
  /extra (input|field|key|propert)|unknown (field|key|propert|attribute|param)|no such (field|key)|unexpected|unrecogni[sz]ed|not permitted|not allowed|additional propert|champ (inconnu|inattendu)/i;
/** Words by which servers refuse the type of a value, and not the value. */
const REFUSES_TYPE =
  /valid|type|string|text|number|integer|numeric|expected|format|cha[iî]ne|nombre|entier|incorrect/i;

/**
 * The facts about the server that a refusal (400 or 422) of a body suggests, for one more try. null when the refusal is
 * about values, not about their form. A refusal that names nothing puts every unproved form in doubt.
 */
export function doubtedFacts(
  body: WireObject,
  profile: ServerProfile,
  refusal: unknown,
): ServerProfile | null {
  const { fields, messages } = readErrorBody(refusal);
  const sentValues = sentValuesIn(encodeBody(body, profile));
  const words = messages.join('\n');
  const saidOf = ({ path, name, isUnknownKey }: SentValue): string | null => {
    const field = fields.find(
      (located) =>
        propertyPathKey(located.path) === canonicalPath(path) ||
        (isUnknownKey && located.path.at(-1) === name),
    );
    if (field) return field.message;
    return isDistinct(name, isUnknownKey) && hasWord(words, name) ? words : null;
  };
  const named = sentValues.filter((sentValue) => saidOf(sentValue) !== null);
  const isSilent = fields.length === 0 && named.length === 0;
  // Some servers stop at their first complaint: the other keys of its kind are in doubt too.
  const isLone = named.length === 1 && fields.length <= 1;
  const facts: Partial<Record<FactName, string>> = {};
  for (const sentValue of isSilent ? sentValues : named) {
    Object.assign(facts, doubtAbout(sentValue, profile, isSilent ? null : saidOf(sentValue), facts));
  }
  if (isLone) Object.assign(facts, doubtOfKind(facts, sentValues, profile));
  return Object.keys(facts).length === 0 ? null : facts;
}

/** `said` is the server's message about the value; null when it named nothing. */
function doubtAbout(
  { name, value, isUnknownKey }: SentValue,
  profile: ServerProfile,
  said: string | null,
  soFar: ServerProfile,
): ServerProfile {
  if (isUnknownKey)
    return { keys_not_taken: withNames(soFar.keys_not_taken ?? profile.keys_not_taken, [name]) };
  const spelled = spelledField(name);
  if (spelled) {
    const isNew = profile[spelled] === undefined;
    const isDoubted = said === null ? isNew : REFUSES_KEY.test(said) || (isNew && REFUSES_TYPE.test(said));
    return isDoubted ? { [spelled]: otherSpelling(spelled, name) } : {};
  }
  if (value === null) {
    if (said === null && profile.nulls === 'taken') return {};
    return profile.blanks === 'refused' ? { nulls: 'refused', blanks: 'taken' } : { nulls: 'refused' };
  }
  if (value === '' && said !== null)
    return NOT_TEXT.includes(name) ? { blank_numbers: 'refused' } : { blanks: 'refused' };
  const isTypeDoubted = said === null ? profile.vlan === undefined : REFUSES_TYPE.test(said);
  if (name === 'vlan_reference' && value !== '' && isTypeDoubted) {
    return { vlan: isJsonNumber(value) ? 'text' : 'number' };
  }
  return {};
}

/** The keys of the kind of a doubted one: unknown keys of a contact, or names that this server has never shown. */
function doubtOfKind(
  doubted: ServerProfile,
  sentValues: readonly SentValue[],
  profile: ServerProfile,
): ServerProfile {
  if (doubted.keys_not_taken !== undefined) {
    const unknown = sentValues.filter(({ isUnknownKey }) => isUnknownKey).map(({ name }) => name);
    return { keys_not_taken: withNames(doubted.keys_not_taken, unknown) };
  }
  if (!SPELLINGS.some(([field]) => doubted[field] !== undefined)) return {};
  const facts: Partial<Record<FactName, string>> = {};
  for (const { name } of sentValues) {
    const spelled = spelledField(name);
    const isDoubted = spelled !== null && profile[spelled] === undefined && doubted[spelled] === undefined;
    if (isDoubted) facts[spelled] = otherSpelling(spelled, name);
  }
  return facts;
}

/** Whether the words of a message can be taken to mean this key, and not a word of the language. */
function isDistinct(name: string, isUnknownKey: boolean): boolean {
  return isUnknownKey || name.includes('_') || spelledField(name) !== null;
}

function hasWord(words: string, name: string): boolean {
  return words.split(/[^\w-]+/).includes(name);
}

function spelledField(name: string): SpelledField | null {
  return SPELLINGS.find((names) => names.some((spelling) => spelling === name))?.[0] ?? null;
}

function canonicalPath(path: string): string {
  return spelledField(path) ?? path;
}

/** The other of two spellings of a field. */
export function otherSpelling(field: SpelledField, name: string): string {
  const names = SPELLINGS.find(([ours]) => ours === field) ?? [field];
  return names.find((spelling) => spelling !== name) ?? field;
}
