const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** A moment, in milliseconds since 1970; the mock counts in these and spells them only when it answers. */
export type Moment = number;

/** Spells a moment as the document's examples do, in French time: `2025-04-10T12:11:57.548+02:00`. */
export function toWireTime(at: Moment | null): string | null {
  if (at === null) return null;
  const offset = frenchOffset(at);
  return new Date(at + offset * HOUR).toISOString().replace('Z', `+0${offset}:00`);
}

/** The day that it is in France, as an ISO date. */
export function toFrenchDay(at: Moment): string {
  return new Date(at + frenchOffset(at) * HOUR).toISOString().slice(0, 10);
}

const summers = new Map<number, readonly [Moment, Moment]>();

/** Written out and remembered by year, for `Intl` would take a second over a hundred thousand lines. */
function frenchOffset(at: Moment): 1 | 2 {
  const year = new Date(at).getUTCFullYear();
  const [begins, ends] = summers.get(year) ?? rememberSummer(year);
  return at >= begins && at < ends ? 2 : 1;
}

function rememberSummer(year: number): readonly [Moment, Moment] {
  const summer = [lastSunday(year, 2), lastSunday(year, 9)] as const;
  summers.set(year, summer);
  return summer;
}

/** One o'clock UTC on the last Sunday of March (month 2) or October (9): when the clocks change. */
function lastSunday(year: number, month: 2 | 9): Moment {
  const lastDay = new Date(Date.UTC(year, month, 31, 1));
  return lastDay.getTime() - lastDay.getUTCDay() * DAY;
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Reads an ISO 8601 date or date-time; null for any other text, as when a query has an unescaped "+". */
export function readWireTime(text: string): Moment | null {
  const at = ISO.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
