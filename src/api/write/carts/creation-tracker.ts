import { ApiError, isApiError, isRefusal } from '~/api/transport/api-error';
import type { ApiAnswer } from '~/api/transport/fetch-client';
import {
  beginCreation,
  endOwnCreation,
  finishOwnCreation,
  orphanCreation,
  type PendingCreation,
} from '~/api/records/creations';
import { readAfterRefusal, readUntilShown } from '~/api/write/verify-write';
import type { WriteOutcome } from '~/api/write/write';

/** A creation on its way. Its record stays on the disk from before it leaves until its outcome is proved. */
export interface TrackedCreation<T> {
  /** Stores the record of a key before it leaves. */
  readonly onKey: (idempotencyKey: string) => Promise<void>;
  /**
   * The created object. `look` finds the objects that it may be, where the outcome is open. Throws an ApiError when nothing
   * was created, or when that is unknown; of several candidates none is taken.
   */
  readonly end: (
    outcome: WriteOutcome,
    read: (answer: ApiAnswer) => T,
    look: () => Promise<readonly T[]>,
  ) => Promise<T>;
}

/** `describe` gives the record of a key, at the time of its sending. */
export function trackCreation<T>(
  describe: (idempotencyKey: string) => PendingCreation,
  whileVerifying: <R>(proof: () => Promise<R>) => Promise<R>,
): TrackedCreation<T> {
  const keys: string[] = [];
  const sentAt = performance.now();
  const forget = () => {
    for (const key of keys) endOwnCreation(key);
  };
  const finish = () => {
    for (const key of keys) finishOwnCreation(key);
  };
  const isFound = (found: readonly T[]) => found.length > 0;
  return {
    onKey: async (key) => {
      keys.push(key);
      await beginCreation(describe(key));
    },
    end: async (outcome, read, look) => {
      const ended = readIfDone(outcome, read);
      if (ended.kind === 'created') {
        finish();
        return ended.value;
      }
      const { error } = ended;
      const isUnknown = error.effect === 'unknown';
      // A conflict is also the answer to a doubled request.
      const isConflict = error.status === 409 && isRefusal(error);
      const found = isUnknown
        ? await whileVerifying(() => readUntilShown(sentAt, look, isFound))
        : isConflict
          ? await whileVerifying(() => readAfterRefusal(look, isFound))
          : [];
      const [first, second] = found ?? [];
      if (first !== undefined && second === undefined) {
        finish();
        return first;
      }
      if (found?.length === 0) {
        forget();
        throw error.with({ effect: 'none' });
      }
      for (const key of keys) orphanCreation(key);
      throw second === undefined ? error : new ApiError({ kind: 'several', effect: 'unknown' });
    },
  };
}

type Ended<T> =
  | { readonly kind: 'created'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** Reads the created object of a success; an unreadable success is a failure of kind unreadable. */
function readIfDone<T>(outcome: WriteOutcome, read: (answer: ApiAnswer) => T): Ended<T> {
  if (outcome.kind !== 'done') return { kind: 'failed', error: outcome.error };
  try {
    return { kind: 'created', value: read(outcome.answer) };
  } catch (error) {
    if (isApiError(error)) return { kind: 'failed', error };
    throw error;
  }
}
