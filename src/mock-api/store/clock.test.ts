import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClock } from './clock';
import { readWireTime, toFrenchDay, toWireTime } from '~/mock-api/wire/wire-times';

describe('the clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('stands still until it is advanced', () => {
    const clock = createClock(1000);
    clock.advance(500);
    expect(clock.now()).toBe(1500);
  });

  it('runs from the present until it is held', () => {
    vi.useFakeTimers({ now: 5000 });
    const clock = createClock();
    vi.advanceTimersByTime(250);
    expect(clock.now()).toBe(5250);
    clock.hold();
    vi.advanceTimersByTime(250);
    expect(clock.now()).toBe(5250);
    clock.resume();
    vi.advanceTimersByTime(50);
    expect(clock.now()).toBe(5300);
  });

  it('wakes a sleeper in time, running or advanced', async () => {
    vi.useFakeTimers({ now: 0 });
    const clock = createClock();
    const woken: string[] = [];
    const asleep = [
      clock.sleep(100).then(() => woken.push('by running')),
      clock.sleep(1000).then(() => woken.push('by pushing')),
    ];
    await vi.advanceTimersByTimeAsync(100);
    expect(woken).toEqual(['by running']);
    clock.hold();
    await vi.advanceTimersByTimeAsync(5000);
    expect(woken).toEqual(['by running']);
    clock.advance(900);
    await Promise.all(asleep);
    expect(woken).toEqual(['by running', 'by pushing']);
  });
});

describe('times on the wire', () => {
  it.each([
    ['2025-04-10T10:11:57.548Z', '2025-04-10T12:11:57.548+02:00'],
    ['2025-01-10T10:00:00.000Z', '2025-01-10T11:00:00.000+01:00'],
    ['2025-03-30T00:59:59.999Z', '2025-03-30T01:59:59.999+01:00'],
    ['2025-03-30T01:00:00.000Z', '2025-03-30T03:00:00.000+02:00'],
    ['2025-10-26T00:59:59.999Z', '2025-10-26T02:59:59.999+02:00'],
    ['2025-10-26T01:00:00.000Z', '2025-10-26T02:00:00.000+01:00'],
  ])('%s is spelled %s', (instant, spelled) => {
    expect(toWireTime(Date.parse(instant))).toBe(spelled);
  });

  it('late evening in UTC is tomorrow in France', () => {
    expect(toFrenchDay(Date.parse('2025-07-14T22:30:00Z'))).toBe('2025-07-15');
  });

  it.each(['', 'yesterday', '2025-13-01', '2025-04-10T12:00:00 02:00', '10/04/2025'])(
    '%j is no time',
    (text) => {
      expect(readWireTime(text)).toBeNull();
    },
  );
});
