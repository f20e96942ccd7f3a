import { errorCode } from '~/gateway/http/error-code';
import { StateUnavailableError, type StateStore } from './state-store';

/** A store that reports why each failed operation failed: `lost` when the server has lost its state, else a code. */
export function reportedState(store: StateStore, report: (reason: string) => void): StateStore {
  const watch = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof StateUnavailableError)
        report(error.cause === undefined ? 'lost' : errorCode(error.cause));
      throw error;
    }
  };
  return {
    get epoch() {
      return store.epoch;
    },
    isShared: store.isShared,
    now: store.now,
    get: (key) => watch(store.get(key)),
    claim: (key, value, lifetime) => watch(store.claim(key, value, lifetime)),
    replace: (key, expected, value, ttlMs) => watch(store.replace(key, expected, value, ttlMs)),
    remove: (key, expected) => watch(store.remove(key, expected)),
    increment: (key, lifetime) => watch(store.increment(key, lifetime)),
    close: store.close,
  };
}
