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
  if (elapsed >= LIMIT) return null;
  let due = 0;
  for (const step of STEPS) {
    if (elapsed < due + step) return step;
    due += step;
  }
  return STEADY;
}
