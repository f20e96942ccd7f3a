const SECOND = 1000;

/** Pauses between two readings: quick while an answer is likely, then once a minute. */
const STEPS = [2, 3, 5, 10, 20, 40].map((seconds) => seconds * SECOND);
const STEADY = 60 * SECOND;
const LIMIT = 60 * 60 * SECOND;

/**
 * How long to wait before a confirmed cart is read again, `elapsed` milliseconds after watching began; null when it is
 * time to stop asking (an hour).
 */
export function nextReadingDelay(elapsed: number): number | null {
  return elapsed >= LIMIT ? null : stepAt(elapsed, STEPS, STEADY);
}

const CHECK_STEPS = [2, 4, 8].map((seconds) => seconds * SECOND);
const CHECK_STEADY = 15 * SECOND;

/**
 * How long to wait before a cart is read again to learn whether its confirmation was carried out, `elapsed` milliseconds
 * after that was sent.
 */
export function nextCheckDelay(elapsed: number): number {
  return stepAt(elapsed, CHECK_STEPS, CHECK_STEADY);
}

/** The step within which `elapsed` falls; `after` once all are over. */
function stepAt<After>(elapsed: number, steps: readonly number[], after: After): number | After {
  let due = 0;
  for (const step of steps) {
    if (elapsed < due + step) return step;
    due += step;
  }
  return after;
}

/** A settled cart may still see a line cancelled: it is looked at again a few times, further and further apart. */
const AFTERLOOKS = [15, 60, 300].map((seconds) => seconds * SECOND);

/**
 * How long to wait before a cart that has settled `elapsed` milliseconds ago, while it was watched, is read again; null
 * when only a later visit reads it again.
 */
export function nextPostSettledDelay(elapsed: number): number | null {
  return stepAt(elapsed, AFTERLOOKS, null);
}
