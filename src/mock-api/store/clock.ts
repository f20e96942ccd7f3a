import type { Moment } from '~/mock-api/wire/wire-times';

/** The API's own time. It runs by itself, or stands until it is pushed; nothing in the mock looks at any other clock. */
export interface Clock {
  now(): Moment;
  /** Stops the time where it is. */
  hold(): void;
  /** Lets the time run on from where it is. */
  resume(): void;
  /** Puts the time forward, held or running. */
  advance(milliseconds: number): void;
  /** Resolves once the given time has passed on this clock. */
  sleep(milliseconds: number): Promise<void>;
}

interface Sleeper {
  readonly due: Moment;
  readonly wake: () => void;
}

/** A clock that stands still at `start`; without one, a clock that runs from the present. */
export function createClock(start?: Moment): Clock {
  let base = start ?? Date.now();
  let runningSince: number | null = start === undefined ? base : null;
  let sleepers: Sleeper[] = [];

  const now = () => base + (runningSince === null ? 0 : Date.now() - runningSince);
  const rebase = (to: Moment, runs: boolean) => {
    base = to;
    runningSince = runs ? Date.now() : null;
  };
  const wakeDue = () => {
    const at = now();
    const due = sleepers.filter((sleeper) => sleeper.due <= at);
    sleepers = sleepers.filter((sleeper) => sleeper.due > at);
    for (const sleeper of due) sleeper.wake();
  };
  // A timer only wakes the clock, which decides by its own time which sleepers are due.
  const remind = (due: Moment) => {
    if (runningSince !== null) setTimeout(wakeDue, Math.max(0, due - now()));
  };

  return {
    now,
    hold: () => rebase(now(), false),
    resume: () => {
      rebase(now(), true);
      for (const { due } of sleepers) remind(due);
    },
    advance: (milliseconds) => {
      rebase(now() + milliseconds, runningSince !== null);
      wakeDue();
    },
    sleep: (milliseconds) => {
      const due = now() + milliseconds;
      return new Promise((wake) => {
        sleepers.push({ due, wake });
        remind(due);
      });
    },
  };
}
