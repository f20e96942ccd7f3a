import type { ListWindow } from './api-call';
import { invalid } from '~/mock-api/wire/api-refusal';

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

/**
 * The URL of the list that begins at `offset`, or null when it would hold no row. `byOffset` is for a server that
 * knows no pages.
 */
export function neighbourHref(
  url: URL,
  window: ListWindow,
  offset: number,
  count: number,
  byOffset: boolean,
): string | null {
  if (offset >= count || offset <= -window.size) return null;
  const start = Math.max(0, offset);
  const neighbour = new URL(url);
  const { searchParams } = neighbour;
  if (!byOffset && (searchParams.has('page') || !searchParams.has('offset')))
    searchParams.set('page', String(Math.floor(start / window.size) + 1));
  if (byOffset) searchParams.set('limit', String(window.size));
  if (byOffset || searchParams.has('offset')) searchParams.set('offset', String(start));
  return neighbour.href;
}
