import { isApiError, provedNotDone } from './api-error';
import { pause } from './pause';

/** A reading before a write: when it fails, nothing was sent. */
export async function beforeSending<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw isApiError(error) ? provedNotDone(error) : error;
  }
}

/** Before each reading, in milliseconds: a request that was cut may still be at work. */
const PAUSES = [0, 1000, 2000];

/**
 * After a write whose outcome is unknown: reads until a reading shows that it was carried out, and a few times at most.
 * Gives the last reading; null when there was none.
 */
export async function readUntilShown<T>(
  read: () => Promise<T>,
  isShown: (reading: T) => boolean,
): Promise<T | null> {
  let last: T | null = null;
  for (const before of PAUSES) {
    await pause(before);
    last = (await ifReadable(read())) ?? last;
    if (last !== null && isShown(last)) return last;
  }
  return last;
}

/** A reading that fails says nothing of the write before it: null then. */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isApiError(error)) return null;
    throw error;
  }
}

/** After a creation was sent: when it is looked for, and when it can't be under way any more. In milliseconds. */
const LOOKS = [2000, 5000, 10_000, 20_000, 40_000];
const OVER = 90_000;

/**
 * After a creation whose outcome is open: looks for what it may have made, until something is there or it cannot be under
 * way any more; of one that the API has answered nothing is, and a few readings in a row tell. Gives what was found; null
 * when that could not be read at the end.
 */
export async function lookForCreated<T>(
  sentAt: number,
  look: () => Promise<readonly T[]>,
  isUnderWay = true,
): Promise<readonly T[] | null> {
  if (!isUnderWay) return readUntilShown(look, (found) => found.length > 0);
  const start = Date.now();
  const times = [...LOOKS.map((after) => start + after), Math.max(start, sentAt + OVER)];
  let found: readonly T[] | null = null;
  for (const time of times.toSorted((a, b) => a - b)) {
    if (time > Math.max(start, sentAt + OVER)) break;
    await pause(Math.max(0, time - Date.now()));
    found = await ifReadable(look());
    if (found !== null && found.length > 0) break;
  }
  return found;
}
