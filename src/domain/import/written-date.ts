import { isDay } from '~/contract/moments';

/** In which order a text such as 03/08/2026 names its day. */
export type DateOrder = 'day-first' | 'month-first';

const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const SHORT_YEAR = /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/;
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$/;

/** What a text in a column of dates says. */
export type WrittenDate =
  | { readonly kind: 'day'; readonly day: string }
  /** It can be read in both orders, so each gives another day. */
  | { readonly kind: 'ambiguous'; readonly days: Readonly<Record<DateOrder, string>> }
  | { readonly kind: 'short-year' | 'unreadable' };

/** Reads a text as a day. With an `order`, a text that does not fit it is unreadable. */
export function readWrittenDate(text: string, order: DateOrder | null): WrittenDate {
  const date = text.trim().replace(TIME, '');
  if (SHORT_YEAR.test(date)) return { kind: 'short-year' };
  const [, year = '', , month = '', dayOfMonth = ''] = YEAR_FIRST.exec(date) ?? [];
  if (year !== '') return dayOrNone(isoDay(year, month, dayOfMonth));
  const days = daysOf(date);
  if (!days) return { kind: 'unreadable' };
  if (order !== null) return dayOrNone(days[order]);
  if (days['day-first'] === days['month-first']) return dayOrNone(days['day-first']);
  if (days['day-first'] !== '' && days['month-first'] !== '') return { kind: 'ambiguous', days };
  return dayOrNone(days['day-first'] || days['month-first']);
}

/**
 * The order of a column's dates: that of the texts which can be read in one order only. Null where there are none, or of both
 * orders: nothing is guessed.
 */
export function columnDateOrder(texts: readonly string[]): DateOrder | null {
  const found = new Set<DateOrder>();
  for (const text of texts) {
    const days = daysOf(text.trim().replace(TIME, ''));
    if (!days) continue;
    if (days['month-first'] === '' && days['day-first'] !== '') found.add('day-first');
    if (days['day-first'] === '' && days['month-first'] !== '') found.add('month-first');
  }
  const [order] = found;
  return found.size === 1 && order ? order : null;
}

/** The day in each order, '' where there is no such day; null for a text of another form. */
function daysOf(date: string): Readonly<Record<DateOrder, string>> | null {
  const [, first, , second, year] = YEAR_LAST.exec(date) ?? [];
  if (first === undefined || second === undefined || year === undefined) return null;
  return { 'day-first': isoDay(year, second, first), 'month-first': isoDay(year, first, second) };
}

function isoDay(year: string, month: string, day: string): string {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : '';
}

function dayOrNone(day: string): WrittenDate {
  return day === '' ? { kind: 'unreadable' } : { kind: 'day', day };
}
