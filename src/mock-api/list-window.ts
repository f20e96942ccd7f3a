import type { ListWindow } from './api-call';
import { invalid } from './refusal';

const DEFAULT_SIZE = 50;
const LARGEST = 500;

/**
 * Reads which part of a list is asked for: page and page_size, else limit and offset. Throws a 400 for a number that is
 * none.
 */
export function readListWindow(query: URLSearchParams): ListWindow {
  const size = Math.min(
    readNumber(query, 'page_size', 1) ?? readNumber(query, 'limit', 1) ?? DEFAULT_SIZE,
    LARGEST,
  );
  const page = readNumber(query, 'page', 1);
  return { size, offset: page === null ? (readNumber(query, 'offset', 0) ?? 0) : (page - 1) * size };
}

function readNumber(query: URLSearchParams, name: string, least: number): number | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw invalid([{ path: [name], message: 'A valid integer is required.' }]);
}

/** The address of the list that begins at `offset`, or null when it would hold no row. */
export function neighbourAddress(url: URL, window: ListWindow, offset: number, count: number): string | null {
  if (offset >= count || offset <= -window.size) return null;
  const start = Math.max(0, offset);
  const address = new URL(url);
  const paged = address.searchParams.has('page') || !address.searchParams.has('offset');
  if (paged) address.searchParams.set('page', String(Math.floor(start / window.size) + 1));
  if (address.searchParams.has('offset')) address.searchParams.set('offset', String(start));
  return address.href;
}
