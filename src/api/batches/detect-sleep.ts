/** A page that did not run for this long was asleep, in milliseconds. A hidden page's timers still run each minute. */
const ASLEEP = 90_000;
const BEAT = 5_000;

/** Finds out whether the computer slept since then. */
export interface SleepDetector {
  readonly hasSlept: () => boolean;
  readonly end: () => void;
}

export function detectSleep(): SleepDetector {
  let lastBeat = Date.now();
  let hasSlept = false;
  const beat = () => {
    const now = Date.now();
    hasSlept ||= now - lastBeat > ASLEEP;
    lastBeat = now;
  };
  const timer = setInterval(beat, BEAT);
  return {
    hasSlept: () => {
      beat();
      return hasSlept;
    },
    end: () => clearInterval(timer),
  };
}
