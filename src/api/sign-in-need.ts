/*
 * Whether somebody has to sign in before this page can go on. Whoever meets the end of the session says so here; the
 * reads that met it wait here, so that the page behind the sign-in stays as it is.
 */

let isNeeded = false;
const listeners = new Set<() => void>();
const waiting = new Set<(isSignedIn: boolean) => void>();

function set(needed: boolean): void {
  if (isNeeded === needed) return;
  isNeeded = needed;
  for (const listener of listeners) listener();
}

export const signInNeed = {
  isNeeded: (): boolean => isNeeded,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** The session is over: from the first to say so on, the page asks the person to sign in. */
  begin: (): void => set(true),

  /** The person has signed in, or does not want to now. */
  end(isSignedIn: boolean): void {
    set(false);
    for (const goOn of waiting) goOn(isSignedIn);
    waiting.clear();
  },

  /** Resolves when the person has decided; rejects when the reading is cancelled. */
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
