import { CONTACT_FIELDS, type ContactField, type ContactValues } from '~/contract/contact';
import { isWireObject, isUnknownArray } from '~/contract/scalars';
import type { LineValues } from '~/contract/order-line';
import { comparableWords } from '~/domain/fields/same-text';

/** What an entry of the book describes: a site, or a person on a site. */
export type BookKind = 'site' | 'person';

const PERSON_FIELDS = ['firstname', 'lastname', 'email_address', 'phone_number'] as const;
const SITE_FIELDS = CONTACT_FIELDS.filter((field) => !/^contact\d_/.test(field));

/** One site or person that was seen on a line. */
export interface BookEntry {
  readonly kind: BookKind;
  /** By field: of a site its fields, of a person those of a contact without its number. Empty fields are left out. */
  readonly values: Readonly<Record<string, string>>;
  /** When it was last seen, in milliseconds. */
  readonly at: number;
}

/** How many entries of each kind the book holds; the oldest go first. */
export const BOOK_LIMIT = 500;

/** Where a field of a line's site belongs in the book. `prefix` stands before the names of its entry's fields. */
export interface BookPlace {
  readonly kind: BookKind;
  readonly field: string;
  readonly prefix: '' | 'contact1_' | 'contact2_';
}

export function bookPlace(name: ContactField): BookPlace {
  for (const prefix of ['contact1_', 'contact2_'] as const)
    if (name.startsWith(prefix)) return { kind: 'person', field: name.slice(prefix.length), prefix };
  return { kind: 'site', field: name, prefix: '' };
}

/** Every field that an entry fills at a place, with its value; '' for those that it has not. */
export function fieldsToFill(
  { kind, values }: BookEntry,
  { prefix }: BookPlace,
): readonly (readonly [ContactField, string])[] {
  const names = kind === 'site' ? SITE_FIELDS : PERSON_FIELDS;
  const wanted = new Map(names.map((name) => [`${prefix}${name}`, values[name] ?? '']));
  return CONTACT_FIELDS.flatMap((field) => {
    const value = wanted.get(field);
    return value === undefined ? [] : [[field, value] as const];
  });
}

/** The sites and persons of a line that say enough to be found again. `at` in milliseconds. */
export function entriesOf({ related_contact_information: sites }: LineValues, at: number): BookEntry[] {
  return sites.flatMap((site) =>
    [
      entry('site', '', site, at),
      entry('person', 'contact1_', site, at),
      entry('person', 'contact2_', site, at),
    ].filter(isWorthKnowing),
  );
}

function entry(kind: BookKind, prefix: BookPlace['prefix'], site: ContactValues, at: number): BookEntry {
  const values: Record<string, string> = {};
  for (const name of CONTACT_FIELDS) {
    const place = bookPlace(name);
    const text = site[name].trim();
    if (place.kind === kind && place.prefix === prefix && text !== '') values[place.field] = text;
  }
  return { kind, values, at };
}

/** A site needs an address, a person a name and a way to be reached. */
function isWorthKnowing({ kind, values }: BookEntry): boolean {
  const has = (...fields: readonly string[]) => fields.some((field) => values[field] !== undefined);
  return kind === 'site'
    ? has('street_name') && has('city', 'postcode')
    : has('lastname') && has('email_address', 'phone_number');
}

/** The book with more entries, the newest first. An entry that was there already moves to the front. */
export function withEntries(book: readonly BookEntry[], added: readonly BookEntry[]): readonly BookEntry[] {
  const known = new Set<string>();
  const counts = { site: 0, person: 0 };
  return [...added, ...book].filter((each) => {
    const identity = identityOf(each);
    if (known.has(identity)) return false;
    known.add(identity);
    counts[each.kind] += 1;
    return counts[each.kind] <= BOOK_LIMIT;
  });
}

/** Equal for entries that differ in capitals, accents and punctuation alone. */
function identityOf({ kind, values }: BookEntry): string {
  const names = kind === 'site' ? SITE_FIELDS : PERSON_FIELDS;
  return JSON.stringify([kind, ...names.map((name) => comparableWords(values[name] ?? ''))]);
}

/** Whether the book has the SIRET of a site at another address. */
export function isSiretElsewhere(site: BookEntry, book: readonly BookEntry[]): boolean {
  const siret = digits(site);
  if (siret === '') return false;
  const address = addressOf(site);
  return book.some((other) => digits(other) === siret && addressOf(other) !== address);
}

function digits({ values }: BookEntry): string {
  return (values['siret'] ?? '').replaceAll(/\D/g, '');
}

function addressOf({ values }: BookEntry): string {
  return comparableWords(
    ['street_number', 'street_number_extension', 'street_name', 'postcode', 'city']
      .map((name) => values[name] ?? '')
      .join(' '),
  );
}

/** Reads a stored book; what cannot be read is left out. `since`: older entries are left out too. */
export function readBook(stored: unknown, since: number): readonly BookEntry[] {
  if (!isUnknownArray(stored)) return [];
  return stored.flatMap((raw): BookEntry[] => {
    if (!isWireObject(raw) || !isWireObject(raw['values'])) return [];
    const { kind, at } = raw;
    if ((kind !== 'site' && kind !== 'person') || typeof at !== 'number' || at < since) return [];
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(raw['values']))
      if (typeof value === 'string') values[name] = value;
    return [{ kind, values, at }];
  });
}
