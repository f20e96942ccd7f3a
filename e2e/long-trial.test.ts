import { afterEach, describe, expect, it, vi } from 'vitest';
import { dice, drawnSeeds, rounds } from './long-trial';

afterEach(() => {
  vi.unstubAllEnvs();
});

function stub(seed: number, long = '') {
  vi.stubEnv('TEST_SEED', String(seed));
  vi.stubEnv('LONG', long);
}

describe('the rounds of a long trial', () => {
  it('run whole with LONG=1', () => {
    stub(1, '1');
    expect(rounds({ whole: 5, sample: 2 })).toEqual([1, 2, 3, 4, 5]);
  });

  it('are a sample otherwise, each round once', () => {
    stub(1);
    const drawn = rounds({ whole: 50, sample: 6 });
    expect(new Set(drawn).size).toBe(6);
    expect(drawn.every((round) => round >= 1 && round <= 50)).toBe(true);
  });

  it('reach every round over many seeds', () => {
    const reached = Array.from({ length: 200 }, (_, seed) => {
      stub(seed);
      return rounds({ whole: 10, sample: 2 });
    });
    expect(new Set(reached.flat()).size).toBe(10);
  });

  it('are the same with the same seed', () => {
    stub(7);
    expect(rounds({ whole: 50, sample: 6 })).toEqual(rounds({ whole: 50, sample: 6 }));
  });
});

describe('drawn seeds', () => {
  it('differ between runs and repeat with the seed', () => {
    stub(1);
    const first = drawnSeeds({ whole: 50, sample: 12 });
    expect(first).toHaveLength(12);
    expect(drawnSeeds({ whole: 50, sample: 12 })).toEqual(first);
    stub(2);
    expect(drawnSeeds({ whole: 50, sample: 12 })).not.toEqual(first);
  });

  it('begin with the sample when all run', () => {
    stub(1);
    const sample = drawnSeeds({ whole: 50, sample: 12 });
    stub(1, '1');
    expect(drawnSeeds({ whole: 50, sample: 12 }).slice(0, 12)).toEqual(sample);
  });
});

it('dice show every side about as often', () => {
  const roll = dice(3);
  const counts = [0, 0, 0, 0, 0, 0];
  for (let count = 0; count < 6000; count += 1) {
    const side = roll(6);
    counts[side] = (counts[side] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(850);
});
