/*
 * The dates of the API: "ISO 8601", a day or a date-time. `Date.parse` also takes texts that are none, and reads
 * 10/04/2025 as the fourth of October.
 */

/** A day and, after T or a space, a time with an offset. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Gives the moment of a date-time in milliseconds, or where its day begins here; NaN for any other text. */
export function momentOf(text: string): number {
  const [, day = '', time = '00:00', zone = ''] = ISO.exec(text) ?? [];
  if (!isDay(day)) return Number.NaN;
  const offset = zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  return Date.parse(`${day}T${time.replace(',', '.')}${offset.toUpperCase()}`);
}

/** Whether a text is an ISO day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:[.,]0+)?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?$/i;

/**
 * The day of a field for days: some servers write it as midnight, in their own offset or in that of Greenwich. Gives any
 * other text as it is.
 */
export function dayOf(text: string): string {
  const own = MIDNIGHT.exec(text)?.[1];
  if (own !== undefined) return own;
  const at = new Date(momentOf(text));
  const isMidnightHere = text.length > 10 && at.getHours() + at.getMinutes() + at.getSeconds() === 0;
  return isMidnightHere ? toDay(at) : text;
}

/** The ISO day of a moment here. */
export function toDay(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whether a date stands for none: the zero of .NET, Go and MySQL, which no order has. */
export function isNoDate(text: string): boolean {
  return /^000[01]-0[01]-0[01](?:$|[T ]00:00)/.test(text);
}
