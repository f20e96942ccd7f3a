import { Observable } from '~/browser-storage/observable';

/*
 * The state of the page's sign-in. A call that meets the end of the session begins a sign-in. Reads wait for its end,
 * so that the page behind it stays as it is.
 */

const isNeeded = new Observable(false);
const waiting = new Set<(isSignedIn: boolean) => void>();

export const signInGate = {
  isNeeded: isNeeded.get,
  subscribe: isNeeded.subscribe,

  /** The session is over: the page asks the person to sign in. */
  begin: (): void => isNeeded.set(true),

  /** The person has signed in, or has cancelled. */
  end(isSignedIn: boolean): void {
    isNeeded.set(false);
    for (const goOn of waiting) goOn(isSignedIn);
    waiting.clear();
  },

  /** Resolves with whether the person signed in; rejects when `signal` aborts. */
  ended(signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      waiting.add(resolve);
      signal?.addEventListener('abort', () => {
        waiting.delete(resolve);
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'));
      });
    });
  },
};
