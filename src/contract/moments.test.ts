import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCartHeader } from './cart';
import { dayOf, momentOf } from './moments';
import { readOrderLine, readOrderLineSummary, writeLineValues } from './order-line';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a moment', () => {
  it.each([
    ['2025-04-10T12:11:57.548+02:00', '2025-04-10T10:11:57.548Z'],
    ['2025-04-10T12:11:57.548123+02:00', '2025-04-10T10:11:57.548Z'],
    ['2025-04-10T12:11:57,5+0200', '2025-04-10T10:11:57.500Z'],
    ['2025-04-10 12:11:57 +02', '2025-04-10T10:11:57.000Z'],
    ['2025-04-10t10:11z', '2025-04-10T10:11:00.000Z'],
  ])('is read from %s', (text, moment) => {
    expect(new Date(momentOf(text)).toISOString()).toBe(moment);
  });

  it('of a day or a time without offset is here', () => {
    vi.stubEnv('TZ', 'Pacific/Noumea');
    expect(momentOf('2025-04-10')).toBe(Date.parse('2025-04-10T00:00+11:00'));
    expect(momentOf('2025-04-10T08:00')).toBe(Date.parse('2025-04-10T08:00+11:00'));
  });

  it.each(['', 'soon', '10/04/2025', '04/10/2025 12:11', '2025-02-30', '2025-04-10T25:00', '+012025-04-10'])(
    'is not read from %j',
    (text) => {
      expect(momentOf(text)).toBeNaN();
    },
  );
});

describe('a field for days', () => {
  it.each([
    ['Europe/Paris', '2025-09-21', '2025-09-21'],
    ['Europe/Paris', '2025-09-21T00:00:00+02:00', '2025-09-21'],
    ['Europe/Paris', '2025-09-21 00:00', '2025-09-21'],
    ['Europe/Paris', '2025-09-20T22:00:00Z', '2025-09-21'],
    ['America/Martinique', '2025-09-21T00:00:00+02:00', '2025-09-21'],
    ['America/Martinique', '2025-09-21T00:00:00.000Z', '2025-09-21'],
    ['Europe/Paris', '2025-09-21T08:30:00+02:00', '2025-09-21T08:30:00+02:00'],
    ['Europe/Paris', 'in spring', 'in spring'],
    ['Europe/Paris', '', ''],
  ])('in %s takes %j for %j', (zone, text, day) => {
    vi.stubEnv('TZ', zone);
    expect(dayOf(text)).toBe(day);
  });

  it('is written as a day', () => {
    const sent = writeLineValues({ scheduled_delivery_date: '2025-09-21T00:00:00+02:00' });
    expect(sent).toEqual({ scheduled_delivery_date: '2025-09-21' });
  });
});

describe('the zero of a calendar', () => {
  it.each(['0001-01-01T00:00:00Z', '0001-01-01T00:00:00', '0001-01-01', '0000-00-00', '0000-00-00 00:00:00'])(
    'stands for no date: %s',
    (none) => {
      const dates = { creation_date: none, order_date: none, completion_date: none, cancellation_date: none };
      const line = { id: 'L', ...dates, expiration_date: none, scheduled_delivery_date: none };
      const read = [
        readOrderLine({ ...line, state_change: [{ change_date: none }] }),
        readOrderLineSummary(line),
        readCartHeader({ id: 'C', ...dates }),
      ];
      expect(JSON.stringify(read)).not.toContain(none);
    },
  );

  it('is not any early day', () => {
    expect(readOrderLine({ id: 'L', order_date: '0001-02-01' }).order_date).toBe('0001-02-01');
  });
});
