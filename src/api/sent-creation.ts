import { ApiError, isApiError, isRefusal, provedNotDone } from './api-error';
import type { ApiAnswer } from './fetch-client';
import { beginCreation, endOwnCreation, leaveCreation, type PendingCreation } from './pending-creations';
import type { WriteOutcome } from './write';

/** A creation on its way: its record is kept from before it leaves until it is proved what became of it. */
export interface SentCreation<T> {
  /** To be told the id of each attempt before it leaves. */
  readonly onAttempt: (attemptId: string) => void;
  /**
   * What was created. `find` looks for it where the outcome leaves that open, and gives null when it cannot tell; it is told
   * whether the request may still be under way. Throws an ApiError when nothing was created, or when that is not known; of
   * several that it may be, none is taken.
   */
  readonly end: (
    outcome: WriteOutcome,
    read: (answer: ApiAnswer) => T,
    find: (isUnderWay: boolean) => Promise<readonly T[] | null>,
  ) => Promise<T>;
}

/** `describe` gives the record of an attempt. */
export function trackCreation<T>(describe: (attemptId: string) => PendingCreation): SentCreation<T> {
  const sent: string[] = [];
  const forget = () => {
    for (const attemptId of sent) endOwnCreation(attemptId);
  };
  return {
    onAttempt: (attemptId) => {
      // The one before was proved not to be sent.
      forget();
      sent.push(attemptId);
      beginCreation(describe(attemptId));
    },
    end: async (outcome, read, find) => {
      const ended = readIfDone(outcome, read);
      if (ended.kind === 'created') {
        forget();
        return ended.value;
      }
      const { error } = ended;
      const isUnderWay = error.acted === 'unknown';
      // A conflict is also what a doubled request looks like.
      const isOpen = isUnderWay || (error.status === 409 && isRefusal(error));
      const found = isOpen ? await find(isUnderWay) : [];
      const [first, second] = found ?? [];
      if (first !== undefined && second === undefined) {
        forget();
        return first;
      }
      if (found?.length === 0) {
        forget();
        throw provedNotDone(error);
      }
      for (const attemptId of sent) leaveCreation(attemptId);
      throw second === undefined ? error : new ApiError({ kind: 'several', acted: 'unknown' });
    },
  };
}

type Ended<T> =
  | { readonly kind: 'created'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** A success that cannot be read leaves open what was created. */
function readIfDone<T>(outcome: WriteOutcome, read: (answer: ApiAnswer) => T): Ended<T> {
  if (outcome.kind !== 'done') return { kind: 'failed', error: outcome.error };
  try {
    return { kind: 'created', value: read(outcome.answer) };
  } catch (error) {
    if (isApiError(error)) return { kind: 'failed', error };
    throw error;
  }
}
