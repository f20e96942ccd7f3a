import { isDay, momentOf } from '~/contract/moments';
import type { Language } from './language';

/** Dates, times, numbers and durations in one language and the person's own time zone. */
export interface Formats {
  /** 10 avr. 2025; the text itself when it is no date. */
  readonly date: (iso: string) => string;
  /** 10/04/2025, for columns; the text itself when it is no date. */
  readonly shortDate: (iso: string) => string;
  /** 10 avr. 2025, 12:11; the text itself when it is no date. */
  readonly dateTime: (iso: string) => string;
  /** jeudi 10 avril 2025, with 12:11 if the text has a time; '' when it is no date. */
  readonly dayInWords: (iso: string) => string;
  /** 12:11:57 */
  readonly time: (at: Date) => string;
  readonly number: (value: number) => string;
  /** Milliseconds between two date-times, negative where they are out of order; null when one of them is none. */
  readonly span: (from: string, to: string) => number | null;
  /** The two largest units of a span in milliseconds: 2 h 5 min. */
  readonly duration: (milliseconds: number) => string;
  readonly list: (items: readonly string[]) => string;
}

/** Making one of the platform's formats takes longer than using it a hundred times: each is made when first used. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function createFormats(language: Language): Formats {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options));
  const date = dates({ dateStyle: 'medium' });
  const dateTime = dates({ dateStyle: 'medium', timeStyle: 'short' });
  const longDay = dates({ dateStyle: 'full' });
  const longDayTime = dates({ dateStyle: 'full', timeStyle: 'short' });
  const time = dates({ timeStyle: 'medium' });
  const number = once(() => new Intl.NumberFormat(locale));
  const list = once(() => new Intl.ListFormat(locale));

  const formatted = (format: () => Intl.DateTimeFormat, iso: string): string => {
    const at = toLocalDate(iso);
    return at ? format().format(at) : iso;
  };
  const inUnits = (unit: Unit, count: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);

  return {
    date: (iso) => formatted(date, iso),
    shortDate: (iso) => {
      const at = toLocalDate(iso);
      return at ? inFigures(at) : iso;
    },
    dateTime: (iso) => formatted(dateTime, iso),
    dayInWords: (iso) => {
      const at = toLocalDate(iso);
      return at ? (isDay(iso) ? longDay() : longDayTime()).format(at) : '';
    },
    time: (at) => time().format(at),
    // Below a thousand nothing is grouped, and the platform takes a while to learn its first format.
    number: (value) => (isBelowThousand(value) ? String(value) : number().format(value)),
    span: (from, to) => {
      const span = momentOf(to) - momentOf(from);
      return Number.isNaN(span) ? null : span;
    },
    duration: (milliseconds) =>
      spanParts(milliseconds)
        .map(([unit, count]) => inUnits(unit, count))
        .join(' '),
    list: (items) => list().format(items),
  };
}

function isBelowThousand(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000;
}

/** As both languages write it; the platform's own format costs a start ten milliseconds. */
function inFigures(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${String(at.getFullYear()).padStart(4, '0')}`;
}

type Unit = 'day' | 'hour' | 'minute' | 'second';
const SECONDS: readonly [Unit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

function spanParts(milliseconds: number): [Unit, number][] {
  let rest = Math.round(Math.abs(milliseconds) / 1000);
  const parts = SECONDS.flatMap(([unit, seconds]): [Unit, number][] => {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    return count === 0 ? [] : [[unit, count]];
  });
  return parts.length === 0 ? [['second', 0]] : parts.slice(0, 2);
}

/** A day without a time is that day here, not midnight in Greenwich; null for any other text. */
function toLocalDate(iso: string): Date | null {
  const at = momentOf(iso);
  return Number.isNaN(at) ? null : new Date(at);
}
