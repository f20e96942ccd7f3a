import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPostSettledDelay, nextReadingDelay } from './polling-schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const watched = fc.integer({ min: 0, max: HOUR - 1 });

describe('the pace of watching a confirmed cart', () => {
  it('is quick at first and steady later', () => {
    expect(nextReadingDelay(0)).toBe(2000);
    expect(nextReadingDelay(10 * MINUTE)).toBe(MINUTE);
  });

  it('never quickens', () => {
    fc.assert(
      fc.property(watched, watched, (a, b) => {
        const [early, late] = [nextReadingDelay(Math.min(a, b)), nextReadingDelay(Math.max(a, b))];
        expect(late).toBeGreaterThanOrEqual(early ?? Infinity);
      }),
    );
  });

  it('stays between two seconds and a minute', () => {
    fc.assert(
      fc.property(watched, (elapsed) => {
        expect(nextReadingDelay(elapsed)).toBeGreaterThanOrEqual(2000);
        expect(nextReadingDelay(elapsed)).toBeLessThanOrEqual(MINUTE);
      }),
    );
  });

  it('reads five times in a minute, stops after an hour', () => {
    let readings = 0;
    let elapsed = 0;
    let inFirstMinute = 0;
    for (let delay = nextReadingDelay(0); delay !== null; delay = nextReadingDelay(elapsed)) {
      elapsed += delay;
      readings += 1;
      if (elapsed <= MINUTE) inFirstMinute += 1;
    }
    expect(elapsed).toBeGreaterThanOrEqual(HOUR);
    expect(readings).toBeLessThan(100);
    expect(inFirstMinute).toBeGreaterThanOrEqual(5);
    expect(nextReadingDelay(HOUR)).toBeNull();
    expect(nextReadingDelay(HOUR - 1)).toBe(MINUTE);
  });
});

describe('looking again at a cart that has settled', () => {
  it('happens three times, further and further apart', () => {
    const moments: number[] = [];
    let elapsed = 0;
    for (let delay = nextPostSettledDelay(0); delay !== null; delay = nextPostSettledDelay(elapsed)) {
      elapsed += delay;
      moments.push(elapsed);
    }
    expect(moments).toEqual([15_000, 75_000, 375_000]);
  });
});
