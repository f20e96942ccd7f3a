import { randomInt } from 'node:crypto';

/*
 * A long trial repeats one test in many rounds, or over many drawn combinations. It stands in a `*.long.spec.ts` or
 * `*.long.test.ts`: `npm run test:long` runs those files whole (LONG=1), `npm test` runs a drawn sample of each.
 */

interface Size {
  /** The rounds with LONG=1. */
  readonly whole: number;
  /** The rounds of a normal run. */
  readonly sample: number;
}

/** The rounds to run, each a number from 1 to `whole`; a sample is drawn with the seed of the run. */
export function rounds({ whole, sample }: Size): readonly number[] {
  const all = Array.from({ length: whole }, (_, index) => index + 1);
  if (isLong()) return all;
  const roll = dice(runSeed());
  while (all.length > sample) all.splice(roll(all.length), 1);
  return all;
}

/** Says of the tests of a file that one failure counts, also in CI: a lost text or a doubled order is never noise. */
export function neverRetry(test: {
  readonly describe: { configure(options: { retries: number }): void };
}): void {
  test.describe.configure({ retries: 0 });
}

/** New seeds for `dice`, other ones in each run: put them into the title of their test, so that they are printed. */
export function drawnSeeds({ whole, sample }: Size): readonly number[] {
  const roll = dice(runSeed());
  return Array.from({ length: isLong() ? whole : sample }, () => roll(1_000_000));
}

/** Gives numbers from 0 to `sides` - 1; the same seed gives the same ones. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  // Mulberry32: neighbouring seeds give unlike numbers.
  return (sides) => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** The seed of this run. The configuration calls it first, so that every worker inherits the same one. */
export function runSeed(): number {
  process.env['TEST_SEED'] ??= String(randomInt(1_000_000));
  const seed = Number(process.env['TEST_SEED']);
  if (!Number.isSafeInteger(seed)) throw new Error('TEST_SEED must be an integer');
  return seed;
}

function isLong(): boolean {
  return process.env['LONG'] === '1';
}
