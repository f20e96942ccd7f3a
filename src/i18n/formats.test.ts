import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFormats } from './formats';
import type { Language } from './language';

/** The formats of a person in Paris; which space stands between words and numbers is the platform's affair. */
function inParis(language: Language) {
  const formats = createFormats(language);
  const plain = (text: string) => text.replaceAll(/\s/gu, ' ');
  return {
    date: (iso: string) => plain(formats.date(iso)),
    dateTime: (iso: string) => plain(formats.dateTime(iso)),
    time: (at: Date) => plain(formats.time(at)),
    number: (value: number) => plain(formats.number(value)),
    duration: (milliseconds: number) => plain(formats.duration(milliseconds)),
    list: (items: readonly string[]) => plain(formats.list(items)),
  };
}

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Paris');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a time', () => {
  it.each([
    ['2025-04-10T12:11:57.548+02:00', '10 Apr 2025', '12:11'],
    ['2025-04-10T10:11:57Z', '10 Apr 2025', '12:11'],
    ['2025-04-10T12:11:57+0200', '10 Apr 2025', '12:11'],
    ['2025-04-10 12:11:57.548+02', '10 Apr 2025', '12:11'],
    ['2025-04-10 12:11:57', '10 Apr 2025', '12:11'],
    ['2025-04-10T23:30:00-05:00', '11 Apr 2025', '06:30'],
    ['2025-12-31T23:30:00Z', '1 Jan 2026', '00:30'],
    // Summer time begins: 02:00 becomes 03:00.
    ['2025-03-30T00:59:59Z', '30 Mar 2025', '01:59'],
    ['2025-03-30T01:00:00Z', '30 Mar 2025', '03:00'],
    ['2025-03-29T23:00:00Z', '30 Mar 2025', '00:00'],
    // Summer time ends: 03:00 becomes 02:00, so half past two comes twice.
    ['2025-10-26T00:30:00Z', '26 Oct 2025', '02:30'],
    ['2025-10-26T01:30:00Z', '26 Oct 2025', '02:30'],
    ['2025-10-26T22:59:00Z', '26 Oct 2025', '23:59'],
  ])('%s is shown in Paris time: %s, %s', (iso, day, clock) => {
    const { date, dateTime } = inParis('en');
    expect(date(iso)).toBe(day);
    expect(dateTime(iso)).toBe(`${day}, ${clock}`);
  });

  it('is in French with the day first and 24 hours', () => {
    const { date, dateTime, time } = inParis('fr');
    expect(date('2025-04-10T20:11:57Z')).toBe('10 avr. 2025');
    expect(dateTime('2025-04-10T20:11:57Z')).toMatch(/^10 avr\. 2025\D+22:11$/);
    expect(time(new Date('2025-04-10T20:11:57Z'))).toBe('22:11:57');
  });
});

describe('a day without a time', () => {
  it.each([
    ['Europe/Paris', '2025-09-21', '21 Sept 2025', '21 sept. 2025'],
    ['Europe/Paris', '2025-03-30', '30 Mar 2025', '30 mars 2025'],
    ['Europe/Paris', '2025-10-26', '26 Oct 2025', '26 oct. 2025'],
    ['America/Cayenne', '2025-09-21', '21 Sept 2025', '21 sept. 2025'],
    ['Pacific/Noumea', '2025-09-21', '21 Sept 2025', '21 sept. 2025'],
  ])('is that day in %s: %s', (zone, iso, english, french) => {
    vi.stubEnv('TZ', zone);
    expect(inParis('en').date(iso)).toBe(english);
    expect(inParis('fr').date(iso)).toBe(french);
  });
});

describe('what is no date', () => {
  it.each([
    '',
    'soon',
    '2025-13-01',
    '2025-04-10T25:00:00Z',
    '10/2025/04',
    '10/04/2025',
    '+012025-04-10',
    '1744279917',
  ])('stays as it is: %j', (text) => {
    const { date, dateTime } = inParis('fr');
    expect(date(text)).toBe(text);
    expect(dateTime(text)).toBe(text);
  });
});

describe('a duration', () => {
  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;

  it.each([
    [0, '0 s', '0 secs'],
    [400, '0 s', '0 secs'],
    [2 * SECOND, '2 s', '2 secs'],
    [59.6 * SECOND, '1 min', '1 min'],
    [3 * MINUTE + 5 * SECOND, '3 min 5 s', '3 mins 5 secs'],
    [2 * HOUR, '2 h', '2 hrs'],
    [2 * HOUR + 5 * MINUTE + 7 * SECOND, '2 h 5 min', '2 hrs 5 mins'],
    [DAY + 7 * SECOND, '1 j 7 s', '1 day 7 secs'],
    [90 * DAY + HOUR, '90 j 1 h', '90 days 1 hr'],
    [-2 * SECOND, '2 s', '2 secs'],
  ])('of %i ms is said in its two largest units', (milliseconds, french, english) => {
    expect(inParis('fr').duration(milliseconds)).toBe(french);
    expect(inParis('en').duration(milliseconds)).toBe(english);
  });
});

it('a number is grouped as the language does', () => {
  expect(inParis('fr').number(20_000)).toBe('20 000');
  expect(inParis('en').number(20_000)).toBe('20,000');
});

it('a list is joined as the language does', () => {
  expect(inParis('fr').list(['a', 'b', 'c'])).toBe('a, b et c');
  expect(inParis('en').list(['a', 'b', 'c'])).toBe('a, b and c');
  expect(inParis('en').list([])).toBe('');
});
