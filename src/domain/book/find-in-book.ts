import { comparableWords } from '~/domain/fields/same-text';
import type { BookEntry, BookKind } from './book';

/** A shorter text is typed sooner than an entry is chosen. */
const SHORTEST = 2;

interface IndexedEntry {
  readonly entry: BookEntry;
  /** All values as they are compared, with a space before each word. */
  readonly words: string;
}

/** A book prepared for many searches. */
export interface BookIndex extends Readonly<Record<BookKind, readonly IndexedEntry[]>> {
  readonly book: readonly BookEntry[];
}

export function indexBook(book: readonly BookEntry[]): BookIndex {
  const indexed = book.map((entry): IndexedEntry => ({
    entry,
    words: ` ${comparableWords(Object.values(entry.values).join(' '))}`,
  }));
  const ofKind = (kind: BookKind) => indexed.filter(({ entry }) => entry.kind === kind);
  return { book, site: ofKind('site'), person: ofKind('person') };
}

/**
 * The entries that have each word of a text at the beginning of a word of theirs. Those whose own `field` begins with the text
 * come first, then the newest. At most `limit`.
 */
export function findInBook(
  index: BookIndex,
  {
    kind,
    field,
    text,
    limit,
  }: {
    readonly kind: BookKind;
    readonly field: string;
    readonly text: string;
    readonly limit: number;
  },
): readonly BookEntry[] {
  const wanted = comparableWords(text);
  if (wanted.length < SHORTEST) return [];
  const words = wanted.split(' ').map((word) => ` ${word}`);
  const found = index[kind].filter((each) => words.every((word) => each.words.includes(word)));
  const begins = ({ entry }: IndexedEntry) => comparableWords(entry.values[field] ?? '').startsWith(wanted);
  const [first, others] = [found.filter(begins), found.filter((each) => !begins(each))];
  return [...first, ...others].slice(0, limit).map(({ entry }) => entry);
}
