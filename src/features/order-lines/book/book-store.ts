import { knownTime } from '~/api/session/server-time';
import { PersonalText } from '~/autosave/storage/personal-text';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';
import { within } from '~/browser-storage/within';
import type { ContactField } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import {
  bookPlace,
  entriesOf,
  fieldsToFill,
  isSiretElsewhere,
  readBook,
  withEntries,
  type BookEntry,
  type BookPlace,
} from '~/domain/book/book';
import { findInBook, indexBook, type BookIndex } from '~/domain/book/find-in-book';

/** In milliseconds. */
const LIFE = 365 * 24 * 60 * 60 * 1000;

/** More than these are found by typing on. */
const SHOWN = 5;

const stored = new PersonalText(STORAGE_KEYS.book);
let last: { readonly text: string | null; readonly index: BookIndex } = { text: null, index: indexBook([]) };

/** The book of the present person, prepared for searches. */
function currentIndex(): BookIndex {
  const text = stored.read();
  if (text !== last.text) last = { text, index: indexBook(readBook(parsed(text), knownTime() - LIFE)) };
  return last.index;
}

/** What the book has for a text in one field of a site. */
export interface BookFinding {
  readonly place: BookPlace;
  readonly entries: readonly BookEntry[];
  /** Whether the SIRET of an entry was seen at another address too. */
  readonly isElsewhere: (entry: BookEntry) => boolean;
}

/**
 * Searches the book, which is encrypted on this computer. `present` gives what a field of the site holds: an entry of which
 * everything is there already is not found. Null when nothing is.
 */
export async function searchBook(
  field: ContactField,
  present: (field: ContactField) => unknown,
): Promise<BookFinding | null> {
  await within(stored.ready()).catch(() => undefined);
  const place = bookPlace(field);
  const index = currentIndex();
  const isNew = (entry: BookEntry) =>
    fieldsToFill(entry, place).some(([name, value]) => present(name) !== value);
  const text = String(present(field));
  const entries = findInBook(index, { ...place, text, limit: SHOWN + 1 })
    .filter(isNew)
    .slice(0, SHOWN);
  if (entries.length === 0) return null;
  return { place, entries, isElsewhere: (entry) => isSiretElsewhere(entry, index.book) };
}

/** Puts the site and the contacts of a line into the book. */
export async function rememberSites(line: LineValues): Promise<void> {
  const added = entriesOf(line, knownTime());
  if (added.length === 0) return;
  await within(stored.ready()).catch(() => undefined);
  if (stored.isReady) stored.write(JSON.stringify(withEntries(currentIndex().book, added)));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
