import { isDay, toDay } from '~/contract/moments';

/*
 * Ranges of whole days in the person's own time zone. The API's filters `…_gt` and `…_lt` are strict and take a
 * date-time: "from 10 April" includes all of 10 April here, "to 12 April" all of the 12th, clock-change days included.
 */

/** Ranges that move with the present. */
export const RELATIVE_RANGES = [
  'today',
  'yesterday',
  'last-7-days',
  'last-30-days',
  'this-month',
  'expired',
  'next-7-days',
  'next-14-days',
  'next-30-days',
] as const;
export type RelativeRange = (typeof RELATIVE_RANGES)[number];

/** Whole days, both ends included; null for an open end. Days are ISO dates. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** The bounds of a request, date-times with offset; absent for an open end. */
export interface Bounds {
  readonly gt?: string;
  readonly lt?: string;
}

export function isRelativeRange(text: string): text is RelativeRange {
  return RELATIVE_RANGES.some((range) => range === text);
}

/** The language's own dates take the years before it for others. */
const FIRST_DAY = '0100-01-01';

/** Reads `2026-04-10..2026-04-12`, `2026-04-10..`, `..2026-04-12` or one day; null for anything else. */
export function readDayRange(text: string): DayRange | null {
  const [from = '', to = from, ...more] = text.split('..');
  if (more.length > 0 || (from === '' && to === '')) return null;
  if (![from, to].every((day) => day === '' || (isDay(day) && day >= FIRST_DAY))) return null;
  if (from !== '' && to !== '' && from > to) return null;
  return { from: from || null, to: to || null };
}

/** First and last day of each relative range, in days from today; null for an open end. */
const OFFSETS: Readonly<Record<Exclude<RelativeRange, 'this-month'>, readonly [number | null, number]>> = {
  today: [0, 0],
  yesterday: [-1, -1],
  'last-7-days': [-6, 0],
  'last-30-days': [-29, 0],
  expired: [null, -1],
  'next-7-days': [0, 7],
  'next-14-days': [0, 14],
  'next-30-days': [0, 30],
};

/** The days that a relative range means at `now`. */
export function daysOf(range: RelativeRange, now: Date): DayRange {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  if (range === 'this-month') return { from: toDay(new Date(year, month, 1)), to: toDay(now) };
  const [from, to] = OFFSETS[range];
  return {
    from: from === null ? null : toDay(new Date(year, month, date + from)),
    to: toDay(new Date(year, month, date + to)),
  };
}

/**
 * The strict bounds that hold exactly the days of a range in the present time zone: the last microsecond before its
 * first day, and the first moment after its last.
 */
export function toBounds({ from, to }: DayRange): Bounds {
  return {
    ...(from === null ? {} : { gt: lastMomentBefore(startOf(from)) }),
    ...(to === null ? {} : { lt: toDateTime(startOf(to, 1), '000000') }),
  };
}

/** The first moment of a day here; some time zones change their clocks at midnight, so it need not be 00:00. */
function startOf(day: string, offset = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + offset);
}

function lastMomentBefore(moment: Date): string {
  return toDateTime(new Date(moment.getTime() - 1), '999999');
}

/** ISO 8601 with the offset in force here at that moment, the fraction of the second given. */
function toDateTime(moment: Date, fraction: string): string {
  const offset = -moment.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':');
  return `${toDay(moment)}T${time}.${fraction}${zone}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
