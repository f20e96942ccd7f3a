import { knownTime } from '~/api/session/server-time';
import { PersonalText } from '~/autosave/storage/personal-text';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';
import { within } from '~/browser-storage/within';
import type { LineValues } from '~/contract/order-line';
import { entriesOf, readBook, withEntries, type BookEntry } from '~/domain/book/book';

/** In milliseconds. */
const LIFE = 365 * 24 * 60 * 60 * 1000;

const stored = new PersonalText(STORAGE_KEYS.book);
let last: { readonly text: string | null; readonly book: readonly BookEntry[] } = { text: null, book: [] };

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
