import { isApiError } from '~/api/transport/api-error';
import { proxySignIn } from '~/api/transport/gateway-mark';
import { pause } from '~/api/transport/pause';

/** A reading before a write: its failure proves that nothing was sent. */
export async function beforeSending<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw isApiError(error) ? error.with({ effect: 'none' }) : error;
  }
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

/** How long the API may still carry out a request after its sending, in ms: three times the gateway's limit. */
const REQUEST_LIFE = 90_000;
/** When the readings that look for its effect begin, in milliseconds after the first one. */
const LOOKS = [0, 1000, 3000, 7000, 15_000, 30_000, 60_000];

/**
 * After a write whose effect is unknown, reads until a reading shows it, or the request must be over. `sentAt` is the time
 * of its sending by `performance.now()`, negative for an earlier page: the computer's clock may be set meanwhile. Gives the
 * last reading; null when the readings at the end failed, or a proxy wants a sign-in first. `signal` ends it
 * early.
 */
export async function readUntilShown<T>(
  sentAt: number,
  read: () => Promise<T>,
  isShown: (reading: T) => boolean,
  signal?: AbortSignal,
): Promise<T | null> {
  const start = performance.now();
  const end = Math.max(start, sentAt + REQUEST_LIFE);
  const times = [...LOOKS.map((after) => start + after).filter((time) => time < end), end];
  let last: T | null = null;
  for (const time of times) {
    await pause(Math.max(0, time - performance.now()), signal);
    if (signal?.aborted) return null;
    last = await ifReadable(read());
    if (last !== null && isShown(last)) return last;
    if (proxySignIn.isNeeded()) return null;
  }
  return last;
}

/** The pauses before the readings that follow a whole refusal, in milliseconds: its request has ended. */
const AFTER_REFUSAL = [0, 1000, 2000];

/** After a refusal that is also the answer to a doubled request: reads a few times. Gives as readUntilShown. */
export async function readAfterRefusal<T>(
  read: () => Promise<T>,
  isShown: (reading: T) => boolean,
): Promise<T | null> {
  let last: T | null = null;
  for (const before of AFTER_REFUSAL) {
    await pause(before);
    last = (await ifReadable(read())) ?? last;
    if (last !== null && isShown(last)) return last;
  }
  return last;
}
