import { readWireTime, type Moment } from './wire-times';
import { invalid } from './api-refusal';

export type DateTest = (at: Moment | null) => boolean;

/**
 * The two filters of one date: `…_gt` and `…_lt`, both strict; a date that is not set passes neither. Null when none is
 * asked for. Throws a 400 for a value that is no ISO 8601 date.
 */
export function dateTest(query: URLSearchParams, date: string): DateTest | null {
  const after = readBound(query, `${date}_gt`);
  const before = readBound(query, `${date}_lt`);
  if (after === null && before === null) return null;
  return (at) => at !== null && (after === null || at > after) && (before === null || at < before);
}

function readBound(query: URLSearchParams, name: string): Moment | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  const at = readWireTime(text);
  if (at === null) throw invalid([{ path: [name], message: 'Enter a valid date/time.' }]);
  return at;
}
