import type { Forward } from './proxy';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';

/** `share` limits the calls of one person at the API at once, `waiting` the calls that wait for a turn. */
const LIMITS = { atOnce: 32, share: 16, waiting: 16, longestWait: 5_000 };
const RETRY_AFTER = 2;

interface Waiting {
  readonly owner: string;
  readonly start: () => void;
}

/**
 * Limits the calls at the API, in all and of one person. So one person cannot take up a slow API. Some more calls of a
 * person wait for a turn, the person with the fewest calls first. The rest are refused.
 */
export function withQueue(forward: Forward, limits = LIMITS): Forward {
  const underWay = new Map<string, number>();
  const queue = new Set<Waiting>();
  let total = 0;

  const callsOf = (owner: string): number => underWay.get(owner) ?? 0;
  const mayStart = (owner: string): boolean => total < limits.atOnce && callsOf(owner) < limits.share;

  function count(owner: string, change: 1 | -1): void {
    total += change;
    const calls = callsOf(owner) + change;
    if (calls === 0) underWay.delete(owner);
    else underWay.set(owner, calls);
  }

  /** Gives whether the turn came. */
  function turn(owner: string): Promise<boolean> {
    if (mayStart(owner)) {
      count(owner, 1);
      return Promise.resolve(true);
    }
    const ahead = [...queue].filter((other) => other.owner === owner).length;
    if (ahead >= limits.waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting = {
        owner,
        start: () => {
          clearTimeout(tooLong);
          queue.delete(waiting);
          count(owner, 1);
          resolve(true);
        },
      };
      const tooLong = setTimeout(() => {
        queue.delete(waiting);
        resolve(false);
      }, limits.longestWait);
      queue.add(waiting);
    });
  }

  function leave(owner: string): void {
    count(owner, -1);
    const [next] = [...queue]
      .filter((waiting) => mayStart(waiting.owner))
      .toSorted((one, other) => callsOf(one.owner) - callsOf(other.owner));
    next?.start();
  }

  return async (call, requestId) => {
    if (!(await turn(call.owner))) {
      return errorResponse({ ...gatewayError(503, 'busy'), retryAfter: RETRY_AFTER }, requestId);
    }
    try {
      return await forward(call, requestId);
    } finally {
      leave(call.owner);
    }
  };
}
