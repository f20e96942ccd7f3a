import { knownTime } from '~/api/session/server-time';
import { PersonalText } from '~/autosave/storage/personal-text';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';
import { within } from '~/browser-storage/within';
import { CONTACT_FIELDS } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import {
  bookPlace,
  entriesOf,
  readBook,
  withEntries,
  type BookEntry,
  type BookPlace,
} from '~/domain/book/book';
import { findInBook, indexBook, type BookIndex } from '~/domain/book/find-in-book';

/** In milliseconds. */
const LIFE = 365 * 24 * 60 * 60 * 1000;

const stored = new PersonalText(STORAGE_KEYS.book);
let last: { readonly text: string | null; readonly book: readonly BookEntry[] } = { text: null, book: [] };

let indexed: { readonly book: readonly BookEntry[]; readonly index: BookIndex } | null = null;

/** The present book prepared for searches. */
export function currentIndex(): BookIndex {
  const book = currentBook();
  if (indexed?.book !== book) indexed = { book, index: indexBook(book) };
  return indexed.index;
}

/** Where the field of a path of the form belongs in the book; null for a field of no site. */
export function placeOf(path: string): BookPlace | null {
  const name = path.split('.')[2];
  const field = CONTACT_FIELDS.find((known) => known === name);
  return field ? bookPlace(field) : null;
}

/** Calls when the book has changed; loads it too. Where storage refuses it stays empty. */
export function subscribeToBook(listener: () => void): () => void {
  stored.ready().catch(() => undefined);
  return stored.subscribe(listener);
}

/** The book of the present person, encrypted on this computer: the same object as long as it is the same. */
export function currentBook(): readonly BookEntry[] {
  const text = stored.read();
  if (text !== last.text) last = { text, book: readBook(parsed(text), knownTime() - LIFE) };
  return last.book;
}

/**
 * Whether the book has something for what stands in a field of a site, whose path the form gives. It is asked before
 * anything is drawn, so that a key that finds nothing draws nothing.
 */
export async function isInBook(path: string, text: string): Promise<boolean> {
  await within(stored.ready()).catch(() => undefined);
  const place = placeOf(path);
  return place !== null && findInBook(currentIndex(), { ...place, text, limit: 1 }).length > 0;
}

/** Puts the site and the contacts of a line into the book. */
export async function rememberSites(line: LineValues): Promise<void> {
  const added = entriesOf(line, knownTime());
  if (added.length === 0) return;
  await within(stored.ready()).catch(() => undefined);
  if (stored.isReady) stored.write(JSON.stringify(withEntries(currentBook(), added)));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
