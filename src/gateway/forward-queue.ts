import type { Forward } from './proxy';
import { refusalResponse, refusedHere } from './refusal';

const AT_ONCE = 32;
const WAITING = 64;
/** Longer than that nobody should wait unseen. */
const LONGEST_WAIT = 5_000;
const RETRY_AFTER = 2;

/** Lets so many calls through to the API at once; some more wait for their turn, and the rest are told to come again. */
export function withQueue(
  forward: Forward,
  { atOnce, waiting, longestWait } = { atOnce: AT_ONCE, waiting: WAITING, longestWait: LONGEST_WAIT },
): Forward {
  let underWay = 0;
  const queue = new Set<() => void>();

  /** Gives whether the turn came. */
  function turn(): Promise<boolean> {
    if (underWay < atOnce) {
      underWay += 1;
      return Promise.resolve(true);
    }
    if (queue.size >= waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const start = (): void => {
        clearTimeout(tooLong);
        queue.delete(start);
        resolve(true);
      };
      const tooLong = setTimeout(() => {
        queue.delete(start);
        resolve(false);
      }, longestWait);
      queue.add(start);
    });
  }

  /** Whoever is next takes the place over. */
  function leave(): void {
    const [next] = queue;
    if (next) next();
    else underWay -= 1;
  }

  return async (call, requestId) => {
    if (!(await turn())) {
      const refusal = { ...refusedHere(503, 'busy'), retryAfter: RETRY_AFTER };
      return refusalResponse(refusal, requestId);
    }
    try {
      return await forward(call, requestId);
    } finally {
      leave();
    }
  };
}
