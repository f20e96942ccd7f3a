import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  daysOf,
  isRelativeRange,
  readDayRange,
  RELATIVE_RANGES,
  toBounds,
  type DayRange,
  type RelativeRange,
} from './day-range';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** As a search param says it. */
function written({ from, to }: DayRange): string {
  return from === null && to === null ? '' : `${from ?? ''}..${to ?? ''}`;
}

function personIn(zone: string): void {
  vi.stubEnv('TZ', zone);
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Microseconds since 1970: the bounds are finer than what a Date holds. */
function microseconds(dateTime: string): number {
  const [, seconds, fraction, offset] = /^(.+)\.(\d{6})(.+)$/.exec(dateTime) ?? [];
  return Date.parse(`${seconds}${offset}`) * 1000 + Number(fraction);
}

/** How long the open interval of the bounds of one day is, in hours. */
function hoursOf(day: string): number {
  const { gt = '', lt = '' } = toBounds({ from: day, to: day });
  return (microseconds(lt) - microseconds(gt) - 1) / (HOUR * 1000);
}

describe('the bounds of a range of days in Paris', () => {
  it.each([
    ['a day in summer', '2026-04-10', '2026-04-09T23:59:59.999999+02:00', '2026-04-11T00:00:00.000000+02:00'],
    ['a day in winter', '2026-01-15', '2026-01-14T23:59:59.999999+01:00', '2026-01-16T00:00:00.000000+01:00'],
    ['the day of 23 h', '2026-03-29', '2026-03-28T23:59:59.999999+01:00', '2026-03-30T00:00:00.000000+02:00'],
    ['the day of 25 h', '2026-10-25', '2026-10-24T23:59:59.999999+02:00', '2026-10-26T00:00:00.000000+01:00'],
    ['a leap day', '2028-02-29', '2028-02-28T23:59:59.999999+01:00', '2028-03-01T00:00:00.000000+01:00'],
    [
      'a turn of the year',
      '2025-12-31..2026-01-01',
      '2025-12-30T23:59:59.999999+01:00',
      '2026-01-02T00:00:00.000000+01:00',
    ],
    [
      'a summer, whose ends have two offsets',
      '2026-03-28..2026-10-25',
      '2026-03-27T23:59:59.999999+01:00',
      '2026-10-26T00:00:00.000000+01:00',
    ],
    ['all from a day', '2026-04-10..', '2026-04-09T23:59:59.999999+02:00', undefined],
    ['all to a day', '..2026-04-12', undefined, '2026-04-13T00:00:00.000000+02:00'],
  ])('hold %s: %s', (_, text, gt, lt) => {
    personIn('Europe/Paris');
    const bounds = toBounds(readDayRange(text) ?? { from: null, to: null });
    expect(bounds).toEqual({ ...(gt && { gt }), ...(lt && { lt }) });
  });

  it.each([
    ['2026-03-28', 24],
    ['2026-03-29', 23],
    ['2026-03-30', 24],
    ['2026-10-24', 24],
    ['2026-10-25', 25],
    ['2026-10-26', 24],
  ])('make %s a day of %i hours', (day, hours) => {
    personIn('Europe/Paris');
    expect(hoursOf(day)).toBe(hours);
  });

  it('are none for a range without ends', () => {
    expect(toBounds({ from: null, to: null })).toEqual({});
  });
});

describe('where the clock changes at midnight', () => {
  it.each([
    // Chile: at 24:00 of 4 April it is 23:00 again; 6 September begins at 01:00.
    [
      'America/Santiago',
      '2026-04-04',
      '2026-04-03T23:59:59.999999-03:00',
      '2026-04-05T00:00:00.000000-04:00',
      25,
    ],
    [
      'America/Santiago',
      '2026-09-05',
      '2026-09-04T23:59:59.999999-04:00',
      '2026-09-06T01:00:00.000000-03:00',
      24,
    ],
    [
      'America/Santiago',
      '2026-09-06',
      '2026-09-05T23:59:59.999999-04:00',
      '2026-09-07T00:00:00.000000-03:00',
      23,
    ],
    // Egypt: 24 April begins at 01:00; at 24:00 of 29 October it is 23:00 again.
    [
      'Africa/Cairo',
      '2026-04-24',
      '2026-04-23T23:59:59.999999+02:00',
      '2026-04-25T00:00:00.000000+03:00',
      23,
    ],
    [
      'Africa/Cairo',
      '2026-10-29',
      '2026-10-28T23:59:59.999999+03:00',
      '2026-10-30T00:00:00.000000+02:00',
      25,
    ],
  ])('in %s the day %s is whole', (zone, day, gt, lt, hours) => {
    personIn(zone);
    expect(toBounds({ from: day, to: day })).toEqual({ gt, lt });
    expect(hoursOf(day)).toBe(hours);
  });
});

it.each([
  ['UTC', '2026-04-09T23:59:59.999999+00:00'],
  ['Asia/Kolkata', '2026-04-09T23:59:59.999999+05:30'],
  ['America/St_Johns', '2026-04-09T23:59:59.999999-02:30'],
  ['Indian/Reunion', '2026-04-09T23:59:59.999999+04:00'],
  ['America/Guadeloupe', '2026-04-09T23:59:59.999999-04:00'],
])('in %s a bound is written with the offset there', (zone, gt) => {
  personIn(zone);
  expect(toBounds({ from: '2026-04-10', to: null })).toEqual({ gt });
});

/** The day that the clocks of a zone show, by the platform's own tables. */
function dayIn(zone: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  return (moment) => format.format(moment);
}

const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/Santiago',
  'Africa/Cairo',
  'America/Havana',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Noumea',
];

it.each(ZONES)("in %s the bounds hold just the range's days", (zone) => {
  personIn(zone);
  const dayOf = dayIn(zone);
  const someRange = fc.record({
    begin: fc.date({
      min: new Date('2020-01-01T12:00Z'),
      max: new Date('2035-12-31T12:00Z'),
      noInvalidDate: true,
    }),
    days: fc.nat(40),
    open: fc.constantFrom('neither', 'from', 'to'),
  });
  // Midnight is at a full or half hour everywhere: most moments that are tried are next to one.
  const someMoment = fc.record({
    halfHours: fc.integer({ min: -100, max: 2100 }),
    beside: fc.constantFrom(-1, 0, 1),
  });
  fc.assert(
    fc.property(someRange, someMoment, ({ begin, days, open }, { halfHours, beside }) => {
      const from = dayOf(begin.getTime());
      const to = dayOf(begin.getTime() + days * DAY);
      const range = { from: open === 'from' ? null : from, to: open === 'to' ? null : to };
      const firstHour = Math.floor(begin.getTime() / HOUR) * HOUR;
      const at = (firstHour + halfHours * (HOUR / 2)) * 1000 + beside;
      const { gt, lt } = toBounds(range);
      const isWithin =
        (gt === undefined || at > microseconds(gt)) && (lt === undefined || at < microseconds(lt));
      const day = dayOf(Math.floor(at / 1000));
      expect(isWithin).toBe(
        (range.from === null || day >= range.from) && (range.to === null || day <= range.to),
      );
    }),
    { numRuns: 1000 },
  );
});

describe('a range that moves with the present', () => {
  it.each([
    ['today', '2026-04-10..2026-04-10'],
    ['yesterday', '2026-04-09..2026-04-09'],
    ['last-7-days', '2026-04-04..2026-04-10'],
    ['last-30-days', '2026-03-12..2026-04-10'],
    ['this-month', '2026-04-01..2026-04-10'],
    ['expired', '..2026-04-09'],
    ['next-7-days', '2026-04-10..2026-04-17'],
    ['next-14-days', '2026-04-10..2026-04-24'],
    ['next-30-days', '2026-04-10..2026-05-10'],
  ] as const)('%s on 10 April is %s', (range, days) => {
    personIn('Europe/Paris');
    expect(daysOf(range, new Date('2026-04-10T12:00:00+02:00'))).toEqual(readDayRange(days));
  });

  it.each([
    ['is a day where the person is', 'Europe/Paris', 'today', '2026-04-09T22:30:00Z', '2026-04-10'],
    ['is another day elsewhere', 'America/Cayenne', 'today', '2026-04-10T02:30:00Z', '2026-04-09'],
    // A day less by 24 hours would be the wrong one in each of these.
    ['knows the short day', 'Europe/Paris', 'yesterday', '2026-03-30T00:30:00+02:00', '2026-03-29'],
    ['knows the long day', 'Europe/Paris', 'yesterday', '2026-10-25T23:30:00+01:00', '2026-10-24'],
    ['crosses the turn of the year', 'Europe/Paris', 'yesterday', '2026-01-01T00:00:00+01:00', '2025-12-31'],
    ['knows leap years', 'Europe/Paris', 'yesterday', '2028-03-01T08:00:00+01:00', '2028-02-29'],
    ['knows a day without midnight', 'America/Santiago', 'today', '2026-09-06T01:00:00-03:00', '2026-09-06'],
    ['counts back to one', 'America/Santiago', 'yesterday', '2026-09-07T00:10:00-03:00', '2026-09-06'],
  ] as const)('%s: in %s %s at %s is %s', (_, zone, range, now, day) => {
    personIn(zone);
    expect(daysOf(range, new Date(now))).toEqual({ from: day, to: day });
  });

  it.each<[RelativeRange, number]>([
    ['last-7-days', 7],
    ['last-30-days', 30],
    ['next-7-days', 8],
    ['next-14-days', 15],
    ['next-30-days', 31],
  ])('%s are %i days whatever the clocks do', (range, count) => {
    personIn('Europe/Paris');
    const noons = Array.from({ length: 366 }, (_, index) => Date.parse('2026-01-01T11:00:00Z') + index * DAY);
    for (const moment of [...noons, ...noons.map((noon) => noon + 11.9 * HOUR)]) {
      const { from, to } = daysOf(range, new Date(moment));
      expect(Date.parse(to ?? '') - Date.parse(from ?? ''), `${from}..${to}`).toBe((count - 1) * DAY);
    }
  });

  it('this month begins on its first day', () => {
    personIn('Europe/Paris');
    expect(daysOf('this-month', new Date('2026-03-01T00:00:00+01:00'))).toEqual({
      from: '2026-03-01',
      to: '2026-03-01',
    });
  });

  it('is known by its name alone', () => {
    expect(RELATIVE_RANGES.filter((name) => !isRelativeRange(name))).toEqual([]);
    expect(['', 'Today', 'last-8-days', 'toString'].filter(isRelativeRange)).toEqual([]);
  });
});

describe('a range as text', () => {
  it.each<[string, DayRange]>([
    ['2026-04-10..2026-04-12', { from: '2026-04-10', to: '2026-04-12' }],
    ['2026-04-10..2026-04-10', { from: '2026-04-10', to: '2026-04-10' }],
    ['2026-04-10', { from: '2026-04-10', to: '2026-04-10' }],
    ['2026-04-10..', { from: '2026-04-10', to: null }],
    ['..2026-04-12', { from: null, to: '2026-04-12' }],
  ])('%s is read', (text, range) => {
    expect(readDayRange(text)).toEqual(range);
  });

  it.each([
    '',
    '..',
    '....',
    'tomorrow',
    '2026-04-12..2026-04-10',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '0026-04-10',
    '2026-4-1',
    '10/04/2026',
    '2026-04-10T00:00:00Z',
    '2026-04-10...2026-04-12',
    '2026-04-10..2026-04-11..2026-04-12',
    '2026-04-10..never',
    ' 2026-04-10',
    '٢٠٢٦-٠٤-١٠',
  ])('"%s" is none', (text) => {
    expect(readDayRange(text)).toBeNull();
  });

  it('comes back as it was written', () => {
    const someDay = fc
      .date({ min: new Date('1970-01-01T00:00Z'), max: new Date('9999-12-31T00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const someRange = fc.tuple(fc.option(someDay), fc.option(someDay)).map(([one, other]): DayRange => {
      const isReversed = one !== null && other !== null && one > other;
      return isReversed ? { from: other, to: one } : { from: one, to: other };
    });
    for (const zone of ZONES) {
      personIn(zone);
      fc.assert(
        fc.property(someRange, (range) => {
          const isOpen = range.from === null && range.to === null;
          expect(readDayRange(written(range))).toEqual(isOpen ? null : range);
        }),
      );
    }
  });

  it('is never made of other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.-]{0,24}$/)), (text) => {
        const range = readDayRange(text);
        expect(range === null || [written(range), range.from].includes(text)).toBe(true);
      }),
    );
  });
});
