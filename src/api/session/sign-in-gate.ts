/*
 * The state of the page's sign-in. A call that meets the end of the session begins a sign-in. Reads wait for its end,
 * so that the page behind it stays as it is.
 */

let isNeeded = false;
const listeners = new Set<() => void>();
const waiting = new Set<(isSignedIn: boolean) => void>();

function set(needed: boolean): void {
  if (isNeeded === needed) return;
  isNeeded = needed;
  for (const listener of listeners) listener();
}

export const signInGate = {
  isNeeded: (): boolean => isNeeded,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** The session is over: the page asks the person to sign in. */
  begin: (): void => set(true),

  /** The person has signed in, or has cancelled. */
  end(isSignedIn: boolean): void {
    set(false);
    for (const goOn of waiting) goOn(isSignedIn);
    waiting.clear();
  },

  /** Resolves with whether the person signed in; rejects when `signal` aborts. */
  ended(signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      waiting.add(resolve);
      signal?.addEventListener(
        'abort',
        () => {
          waiting.delete(resolve);
          reject(
            signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'),
          );
        },
        { once: true },
      );
    });
  },
};
